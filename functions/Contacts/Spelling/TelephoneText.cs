using System.Text.RegularExpressions;

namespace CxFunctions.Contacts.Spelling;

/// <summary>The ways in which a written telephone can be read, the likelier first; the numbering plan says which of them is one.</summary>
internal static partial class TelephoneText
{
    public static IEnumerable<string> Readings(string text, string? region)
    {
        var plain = Plain(text);
        if (plain.Contains('@', StringComparison.Ordinal) || Scientific().IsMatch(plain))
        {
            // Somebody's mailbox with digits in it, or what a sheet has rounded: no reading of these would be the number that was meant.
            yield break;
        }
        if (MexicanPrefixes.Without(plain, region) is { } mexican)
        {
            yield return mexican;
            yield break;
        }
        if (International().Match(plain) is { Success: true } prefix)
        {
            // Before the region's own reading: in Brazil 00 55 would be a carrier's code.
            yield return "+" + plain[prefix.Length..];
        }
        yield return plain;
        if (Behind().Replace(plain, "") is var alone && alone.Length < plain.Length)
        {
            // After the whole, because letters may stand for digits: 1-800-FLOWERS.
            yield return alone;
        }
    }

    private static string Plain(string text)
    {
        var plain = PlainText.Of(text).Replace("%2B", "+", StringComparison.OrdinalIgnoreCase);
        plain = Label().Replace(Dots().Replace(plain, " "), "");
        plain = Thousands().IsMatch(plain) ? plain.Replace(",", "", StringComparison.Ordinal) : Fraction().Replace(plain, "$1");
        return Remark().Replace(Extension().Replace(Carrier().Replace(plain, "0"), " ext "), " ");
    }

    /// <summary>00 before a country's code, with or without a plus sign that should not be there.</summary>
    [GeneratedRegex(@"^\+?[ (]*0[ \-.]*0(?=[ \-.()/]*[1-9])")]
    private static partial Regex International();

    [GeneratedRegex(@"^[0-9]+(?:\.[0-9]+)?[eE]\+?[0-9]+\z")]
    private static partial Regex Scientific();

    /// <summary>51,987,654,321: a sheet took it for an amount.</summary>
    [GeneratedRegex(@"^\+?[0-9]{1,3}(?:,[0-9]{3})+\z")]
    private static partial Regex Thousands();

    /// <summary>987654321.0: a program took it for one.</summary>
    [GeneratedRegex(@"^(\+?[0-9]{6,})\.0\z")]
    private static partial Regex Fraction();

    /// <summary>Words behind the number, a person's for instance.</summary>
    [GeneratedRegex(@"[^0-9]*\p{L}[^0-9]*\z")]
    private static partial Regex Behind();

    [GeneratedRegex("[·•∙‧_]")]
    private static partial Regex Dots();

    /// <summary>tel:, WhatsApp and whatever else stands before the number.</summary>
    [GeneratedRegex(@"^[^0-9+]*")]
    private static partial Regex Label();

    /// <summary>Brazil's (0xx11): any carrier, then the area.</summary>
    [GeneratedRegex(@"^0[xX]{2}(?=\W?[1-9])")]
    private static partial Regex Carrier();

    /// <summary>Words for an extension that the library does not know.</summary>
    [GeneratedRegex(@"\b(?:ramal|interno|poste|extensi[oó]n|extens[aã]o)\b[ .:]*", RegexOptions.IgnoreCase)]
    private static partial Regex Extension();

    /// <summary>(casa), (work): without a digit.</summary>
    [GeneratedRegex(@"\([^()0-9]*\p{L}[^()0-9]*\)")]
    private static partial Regex Remark();
}
