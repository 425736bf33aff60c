using System.Text.RegularExpressions;

namespace CxFunctions.Contacts.Spelling;

/// <summary>An e-mail address out of what stands in address books.</summary>
internal static partial class EmailAddress
{
    // RFC 5321, 4.5.3.1.3: a path of 256 octets with its brackets.
    private const int Longest = 254;

    /// <summary>Takes off what is no part of it: a name before it in brackets, <c>mailto:</c>, a separator behind it.</summary>
    /// <returns>Null where there is no address, or more than one.</returns>
    public static string? Parse(string text)
    {
        var plain = Wrapping().Replace(PlainText.Of(text), "$1").Trim().TrimEnd(';', ',', '.');
        return plain.Length <= Longest && Address().IsMatch(plain) ? plain : null;
    }

    [GeneratedRegex(@"^(?:[^<>@]*<)?(?:mailto:)?\s*([^<>?]*)(?:\?[^<>]*)?>?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Wrapping();

    [GeneratedRegex(@"^[^\s@<>,;:""()\[\]\\\p{C}]+@(?:[^\s@<>,;:""()\[\]\\.\p{C}]+\.)+[^\s@<>,;:""()\[\]\\.\p{C}]+\z")]
    private static partial Regex Address();
}
