using System.Text.RegularExpressions;

namespace CxFunctions.Sandbox.Email;

/// <summary>What makes the service refuse an e-mail.</summary>
internal static partial class EmailRequestRules
{
    public const int MaxRecipients = 50;

    /// <summary>Of the whole request, attachments in base64 included.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>The member at fault and the sentence, or null.</summary>
    public static (string Target, string Message)? Refusal(EmailRequest request)
    {
        if (!IsAddress(request.SenderAddress))
        {
            return ("senderAddress", "Invalid format for email address of the sender.");
        }

        if (string.IsNullOrEmpty(request.Content?.Subject))
        {
            return ("content.subject", "The subject is required.");
        }

        if (string.IsNullOrEmpty(request.Content.PlainText) && string.IsNullOrEmpty(request.Content.Html))
        {
            return ("content", "Either plainText or html is required.");
        }

        var recipients = request.Recipients?.All.ToList() ?? [];
        return request.Recipients?.To is not { Count: > 0 } ? ("recipients.to", "At least one recipient is required.")
            : recipients.Count > MaxRecipients ? ("recipients", $"An email has at most {MaxRecipients} recipients.")
            : !recipients.All(r => IsAddress(r.Address)) ? ("recipients", "Invalid format for email address of a recipient.")
            : !(request.Attachments ?? []).All(IsWhole) ? ("attachments", "An attachment needs name, contentType and contentInBase64.")
            : null;
    }

    private static bool IsAddress(string? address) => address is { Length: <= 254 } && Address().IsMatch(address);

    private static bool IsWhole(EmailAttachment attachment) =>
        attachment is { Name: { Length: > 0 }, ContentType: { Length: > 0 }, ContentInBase64: { } content }
        && Convert.TryFromBase64String(content, new byte[content.Length], out _);

    [GeneratedRegex(@"^[^@\s<>""(),:;\\\[\]]{1,64}@(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+[\p{L}\d-]{2,}\z")]
    private static partial Regex Address();
}
