using System.Text;
using System.Text.RegularExpressions;

namespace CxFunctions.Contacts.Spelling;

/// <summary>Language tags as RFC 5646 (BCP 47) has them; an underscore, as POSIX and Java write it, counts as a hyphen.</summary>
internal static partial class LanguageTag
{
    private const int Longest = 255;

    /// <returns>The tag with hyphens, its cases as they were; null where it is not well-formed.</returns>
    public static string? Parse(string text)
    {
        var tag = PlainText.Of(text).Replace('_', '-');
        return tag.Length <= Longest && Ascii.IsValid(tag) && (WellFormed().IsMatch(tag) || Grandfathered().IsMatch(tag)) ? tag : null;
    }

    // Section 2.1, production by production: language and extlang, script, region, variants, extensions, private use.
    [GeneratedRegex(
        """
        ^(?:
            (?: [a-z]{2,3} (?:-[a-z]{3}){0,3} | [a-z]{4,8} )
            (?: -[a-z]{4} )?
            (?: -(?: [a-z]{2} | [0-9]{3} ) )?
            (?: -(?: [a-z0-9]{5,8} | [0-9][a-z0-9]{3} ) )*
            (?: -[a-wyz0-9] (?: -[a-z0-9]{2,8} )+ )*
            (?: -x (?: -[a-z0-9]{1,8} )+ )?
          | x (?: -[a-z0-9]{1,8} )+
        )\z
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex WellFormed();

    // Those of the registry that the productions above don't cover ("irregular"), and art-lojban and its like are covered by.
    [GeneratedRegex(
        @"^(?:en-GB-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)|sgn-(?:BE-FR|BE-NL|CH-DE)|art-lojban|cel-gaulish|no-(?:bok|nyn)|zh-(?:guoyu|hakka|min|min-nan|xiang))\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Grandfathered();
}
