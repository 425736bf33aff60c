using System.Text.RegularExpressions;

namespace CxFunctions.Dashboard.Exports;

/// <summary>
/// What a spreadsheet would make of text, and must not: run it as a formula, or take it for a number or a date and so lose zeros and digits. Such
/// text is given an apostrophe, which stands for "this is text" (OWASP, "CSV Injection"). Numbers of ours are numbers and stay. Pure.
/// </summary>
public static partial class CsvRules
{
    /// <summary>Longest whole number that a spreadsheet keeps: it counts in doubles.</summary>
    private const int MostDigits = 15;

    /// <param name="text">Of a cell.</param>
    /// <returns>The same, or with apostrophes where a cell would begin with a formula or not be what it was.</returns>
    public static string Guard(string text)
    {
        var safe = FormulaStarts().Replace(text, "'");
        return IsTakenForAnother(text) && !safe.StartsWith('\'') ? "'" + safe : safe;
    }

    /// <summary>Identifiers such as 007, twenty digits, 1E5, 3-4, 1/2, MAR-1: everything of digits but a plain whole number of at most 15.</summary>
    private static bool IsTakenForAnother(string text) =>
        (Numeric().IsMatch(text) && !IsPlainNumber(text.Trim())) || DateLike().IsMatch(text);

    private static bool IsPlainNumber(string text) =>
        text.Length <= MostDigits && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0');

    /// <summary>
    /// Before the first character of a formula, wherever a reader may begin a cell: at the start, and after what separates cells for one reader though
    /// not for another. Spaces, quotes and what is not seen do not count. The full-width forms are taken for the plain ones by some programs.
    /// </summary>
    [GeneratedRegex(@"(?:(?<=^|[;,\t\r\n|])|^(?=[\t\r\n]))(?=[\s\p{Cf}""']*[=+\-@＝＋－＠])", RegexOptions.CultureInvariant)]
    private static partial Regex FormulaStarts();

    [GeneratedRegex(@"^\s*(?=.*\d)[\d.,:/\s%$€£-]+(?:[eE][+-]?\d+)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();

    // A month of English, Spanish or Portuguese with a number before or behind it, as SEPT2 or 1-mar.
    [GeneratedRegex(
        @"^\s*(?=.*\d)(?:\d{1,4}[-/. ]?)?(?:jan(?:uary|eiro)?|ene(?:ro)?|feb(?:ruary|rero)?|fev(?:ereiro)?|mar(?:ch|zo|ço)?|apr(?:il)?|abr(?:il)?|mayo?|maio?|"
        + @"jun(?:e|io|ho)?|jul(?:y|io|ho)?|aug(?:ust)?|ago(?:sto)?|sept?(?:ember|iembre)?|set(?:iembre|embro)?|oct(?:ober|ubre)?|out(?:ubro)?|nov(?:ember|iembre|embro)?|"
        + @"dec(?:ember)?|dic(?:iembre)?|dez(?:embro)?)\.?(?:[-/. ]?\d{1,4})?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateLike();
}
