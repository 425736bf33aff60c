using CxFunctions.Channels.Sms;

namespace CxFunctions.Channels;

/// <summary>Fills {brand}, {name} and {link} of a program's texts.</summary>
public static class MessageText
{
    /// <summary>What a program's SMS may cost a contact's phone.</summary>
    public const int MaxSmsSegments = 2;

    private const int LongestName = 30;

    /// <summary>The SMS with the name where it is known and does not make the message longer than <see cref="MaxSmsSegments"/>.</summary>
    public static string Sms(string template, string brand, string? name, string link)
    {
        var named = Fill(template, brand, name, link);
        return SmsSegments.Of(named).Count <= MaxSmsSegments ? named : Fill(template, brand, null, link);
    }

    /// <summary>Without a usable name the placeholder goes together with the space before it: "Hola {name}," becomes "Hola,".</summary>
    public static string Fill(string template, string brand, string? name, string link = "")
    {
        var text = GivenName(name) is { } given
            ? template.Replace("{name}", given, StringComparison.Ordinal)
            : template.Replace(" {name}", "", StringComparison.Ordinal).Replace("{name}", "", StringComparison.Ordinal);
        return text.Replace("{brand}", brand, StringComparison.Ordinal).Replace("{link}", link, StringComparison.Ordinal).Trim();
    }

    /// <summary>
    /// The first word of the name, or null where it does not look like one: names come from other systems, and one that
    /// holds an address or a link must not travel in the company's own message.
    /// </summary>
    public static string? GivenName(string? name)
    {
        var first = name?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return first is { Length: <= LongestName } && first.All(c => char.IsLetter(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark || c is '\'' or '’' or '-')
            ? first
            : null;
    }
}
