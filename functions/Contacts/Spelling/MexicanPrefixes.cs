using System.Text.RegularExpressions;

namespace CxFunctions.Contacts.Spelling;

/// <summary>
/// Until August 2019 Mexico dialled 01, 044 or 045, and from abroad 1, before the ten digits of today; address books still do.
/// </summary>
internal static partial class MexicanPrefixes
{
    private const string Region = "MX";

    /// <param name="text">Without words before the number.</param>
    /// <param name="region">Where it is a local call; null where that is unknown.</param>
    /// <returns>The number as it is dialled today; null where no such prefix stands before it.</returns>
    public static string? Without(string text, string? region)
    {
        var digits = string.Concat(text.TakeWhile(c => !char.IsAsciiLetter(c) && c is not (';' or '#')).Where(c => char.IsAsciiDigit(c) || c == '+'));
        var match = region == Region ? National().Match(digits) : International().Match(digits);
        return match.Success ? "+52" + match.Groups[1].Value : null;
    }

    [GeneratedRegex(@"^(?:\+|00|011)52(?:1|01|044|045)([2-9][0-9]{9})\z")]
    private static partial Regex International();

    [GeneratedRegex(@"^(?:(?:\+|00)?52)?(?:1|01|044|045)([2-9][0-9]{9})\z")]
    private static partial Regex National();
}
