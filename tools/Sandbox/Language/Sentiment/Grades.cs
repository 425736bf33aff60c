using System.Globalization;
using CxFunctions.Sandbox.Language.Text;

namespace CxFunctions.Sandbox.Language.Sentiment;

/// <summary>Grades people give in words: "10/10", "2 de 10", "5 out of 5", "nota 10".</summary>
internal static class Grades
{
    private static readonly string[] Of = ["/", "de", "sobre", "out"];

    /// <returns>The number of tokens matched, 0 for none.</returns>
    public static int Match(IReadOnlyList<Token> tokens, int at, out double value)
    {
        value = 0;
        if (at + 2 >= tokens.Count || tokens[at].Kind != TokenKind.Number || !Of.Contains(tokens[at + 1].Key))
        {
            return 0;
        }

        var scaleAt = at + (tokens[at + 1].Key == "out" ? 3 : 2);
        if (scaleAt >= tokens.Count
            || !TryNumber(tokens[at], out var grade)
            || !TryNumber(tokens[scaleAt], out var scale)
            || scale is not (5 or 10 or 20 or 100)
            || grade > scale)
        {
            return 0;
        }

        value = (grade / scale) switch
        {
            >= 0.9 => 4,
            >= 0.7 => 2,
            >= 0.5 => -1,
            _ => -4,
        };
        return scaleAt - at + 1;
    }

    private static bool TryNumber(Token token, out double number) =>
        double.TryParse(token.Text.Replace(',', '.'), CultureInfo.InvariantCulture, out number);
}
