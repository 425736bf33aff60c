using CxFunctions.Sandbox.Language.Text;

namespace CxFunctions.Sandbox.Language.Sentiment;

/// <summary>Looks words up, also in forms that the lists don't hold.</summary>
internal static class Valences
{
    // Endings that change gender, number or degree; what is left is tried in the lists.
    private static readonly (string Ending, string Instead, double Factor)[] Romance =
    [
        ("isimamente", "o", 1.3), ("isimas", "o", 1.3), ("isimos", "o", 1.3), ("isima", "o", 1.3), ("isimo", "o", 1.3),
        ("issimas", "o", 1.3), ("issimos", "o", 1.3), ("issima", "o", 1.3), ("issimo", "o", 1.3),
        ("isimos", "e", 1.3), ("isimo", "e", 1.3), ("isima", "e", 1.3),
        ("amente", "o", 0.9), ("emente", "e", 0.9), ("mente", "", 0.9),
        ("as", "o", 1), ("os", "o", 1), ("a", "o", 1), ("es", "", 1), ("s", "", 1), ("oras", "or", 1), ("ora", "or", 1),
    ];

    /// <returns>The number of tokens matched, 0 for none or silenced.</returns>
    public static int Match(LanguagePack pack, IReadOnlyList<Token> tokens, int at, out double value)
    {
        var count = pack.Valences.Match(tokens, at, out value);
        if (count == 0 && pack.Code != "en" && tokens[at].Kind == TokenKind.Word && TryInflected(pack, tokens[at].Key, out value))
        {
            count = 1;
        }

        return value == 0 ? 0 : count;
    }

    private static bool TryInflected(LanguagePack pack, string key, out double value)
    {
        foreach (var (ending, instead, factor) in Romance)
        {
            if (key.Length > ending.Length + 2
                && key.EndsWith(ending, StringComparison.Ordinal)
                && pack.Valences.TryGetWord(key[..^ending.Length] + instead, out value))
            {
                value *= factor;
                return true;
            }
        }

        value = 0;
        return false;
    }
}
