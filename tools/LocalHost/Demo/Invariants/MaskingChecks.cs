using System.Text.RegularExpressions;
using CxFunctions.LocalHost.Demo.Evidence;

namespace CxFunctions.LocalHost.Demo.Invariants;

internal static partial class MaskingChecks
{
    /// <summary>Neither anything that looks like an address, nor one of ours however it is written.</summary>
    public static Finding NothingPersonal(DemoEvidence e)
    {
        var phones = e.People.Values.Select(p => p.Phone.TrimStart('+')).ToHashSet(StringComparer.Ordinal);
        return new(
            $"{e.StoredWords.Count} stored texts",
            [.. e.StoredWords
                .Where(words => Email().IsMatch(words.Text) || Digits().Matches(words.Text).Select(m => Plain(m.Value)).Any(d => d.Length >= 9 || phones.Contains(d)))
                .Select(words => words.Where)]);
    }

    private static string Plain(string digits) => string.Concat(digits.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[A-Za-z]{2,}")]
    private static partial Regex Email();

    [GeneratedRegex(@"\+?\d[\d\s().-]{6,}\d")]
    private static partial Regex Digits();
}
