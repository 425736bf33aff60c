namespace CxFunctions.Sandbox.Email;

/// <summary>Body of <c>POST /emails:send</c>, api-version 2025-09-01.</summary>
internal sealed record EmailRequest(
    string? SenderAddress,
    EmailContent? Content,
    EmailRecipients? Recipients,
    IReadOnlyList<EmailAddress>? ReplyTo,
    IReadOnlyDictionary<string, string>? Headers,
    IReadOnlyList<EmailAttachment>? Attachments,
    bool? UserEngagementTrackingDisabled);

internal sealed record EmailContent(string? Subject, string? PlainText, string? Html);

internal sealed record EmailRecipients(
    IReadOnlyList<EmailAddress>? To,
    IReadOnlyList<EmailAddress>? Cc,
    IReadOnlyList<EmailAddress>? Bcc)
{
    public IEnumerable<EmailAddress> All => (To ?? []).Concat(Cc ?? []).Concat(Bcc ?? []);
}

internal sealed record EmailAddress(string? Address, string? DisplayName);

internal sealed record EmailAttachment(string? Name, string? ContentType, string? ContentInBase64);
