using System.Text.RegularExpressions;

namespace CxFunctions.Sentiment;

/// <summary>
/// Replaces what is surely personal by asterisks, a character each: e-mail addresses, telephone and document numbers, payment cards.
/// It looks at form alone and rather masks too much: it is the floor under the service's masking, which knows names and places, and
/// the only masking while the service is out of reach.
/// </summary>
public static partial class LocalMasker
{
    private const int FewestPersonalDigits = 7;
    private const int FewestDigitsInARow = 6;

    public static string Mask(string text)
    {
        var masked = Email().Replace(text, Hide);
        masked = CardLike().Replace(masked, m => IsCard(m.Value) ? Hide(m) : m.Value);
        var sums = Sums().Matches(masked);
        masked = PhoneLike().Replace(masked, m => Dates().Replace(m.Value, "").Count(char.IsDigit) >= FewestPersonalDigits && !sums.Any(sum => Holds(sum, m)) ? Hide(m) : m.Value);
        return Digits().Replace(masked, m => m.Length >= FewestDigitsInARow ? Hide(m) : m.Value);
    }

    /// <summary>13 to 19 digits whose check digit is right: Luhn's formula, ISO/IEC 7812-1, annex B.</summary>
    internal static bool IsCard(string text)
    {
        var digits = text.Where(char.IsDigit).Select(c => (int)char.GetNumericValue(c)).ToArray();
        if (digits.Length is < 13 or > 19)
        {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)];
            sum += i % 2 == 0 ? digit : digit > 4 ? (2 * digit) - 9 : 2 * digit;
        }
        return sum % 10 == 0;
    }

    private static bool Holds(Match outer, Match inner) => outer.Index <= inner.Index && inner.Index + inner.Length <= outer.Index + outer.Length;

    private static string Hide(Match match) => new('*', match.Length);

    // People put spaces round the @, and telephones in other scripts write it wide.
    [GeneratedRegex(@"[\p{L}\p{N}._%+'-]+\s{0,2}[@＠﹫]\s{0,2}[\p{L}\p{N}-]+(?:[.．][\p{L}\p{N}-]+)+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();

    // Groups of digits with anything but letters between: people write cards with slashes, underscores and line breaks too.
    [GeneratedRegex(@"\d(?:[^\p{L}\d]{0,2}\d){12,18}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CardLike();

    // As numbers are dictated and copied: 987 - 654 - 321, 987/654/321, (01) 987.654, with what is not seen between.
    [GeneratedRegex(@"(?:\+|\()?\d(?:[\s()./_|·•\p{Cf}\u2010-\u2015\u2212-]{0,3}\d)+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PhoneLike();

    [GeneratedRegex(@"(?<!\d)(?:\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d{2}|(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2})(?!\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dates();

    // Millions with points between thousands have as many digits as a telephone; a currency beside them says what they are.
    [GeneratedRegex(
        @"(?:S/\.?|[$€£])\s?\d{1,3}(?:\.\d{3})+(?![\d.-]*\d)|(?<![\d.-])\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?\s(?:pesos|soles|reais|euros|d[oó]lar(?:es)?|dollars|guaran[ií]es|CLP|COP|ARS|BRL|PEN|USD|EUR)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sums();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
