using CxFunctions.Catalog;
using Microsoft.Extensions.Configuration;

namespace CxFunctions.Channels.Notices;

/// <summary>
/// Where a program's recipients are reached. An address in the program file may name a setting as <c>%Setting%</c>; a setting
/// that is there but empty says that this person is not reached that way, one that is missing is a mistake.
/// </summary>
public sealed class NoticeAddresses(IConfiguration configuration)
{
    /// <returns>Null where the recipient is not reached by this channel.</returns>
    /// <exception cref="InvalidOperationException">The setting is missing.</exception>
    public string? Of(Recipient recipient, Channel channel)
    {
        var written = channel == Channel.Sms ? recipient.Phone : recipient.Email;
        if (written is not ['%', .. { Length: > 0 } setting, '%'])
        {
            return NullIfEmpty(written);
        }
        return configuration[setting] is { } value
            ? NullIfEmpty(value)
            : throw new InvalidOperationException($"{setting}: set it to the {(channel == Channel.Sms ? "phone number" : "e-mail address")} of '{recipient.Name}', or to nothing for none.");
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
