using System.Text.Json;

namespace Azure.Communication.Email;

/// <summary>A message as the service reads it, checked before it is sent.</summary>
internal static class EmailMessageJson
{
    /// <exception cref="ArgumentException">There is no recipient, no text, or an attachment without content.</exception>
    public static void Check(EmailMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentException.ThrowIfNullOrWhiteSpace(message.SenderAddress, "senderAddress");
        ArgumentException.ThrowIfNullOrWhiteSpace(message.Content.Subject, "subject");
        if (string.IsNullOrEmpty(message.Content.Html) && string.IsNullOrEmpty(message.Content.PlainText))
        {
            throw new ArgumentException("HTML or plain text is required.", nameof(message));
        }
        if (message.Recipients.To.Count + message.Recipients.CC.Count + message.Recipients.BCC.Count == 0)
        {
            throw new ArgumentException("At least one recipient is required.", nameof(message));
        }
        if (message.Attachments.Any(attachment => attachment.Content.ToMemory().IsEmpty))
        {
            throw new ArgumentException("An attachment needs content.", nameof(message));
        }
    }

    public static void Write(Utf8JsonWriter json, EmailMessage message)
    {
        if (message.Headers.Count > 0)
        {
            json.WriteStartObject("headers");
            foreach (var (name, value) in message.Headers)
            {
                json.WriteString(name, value);
            }
            json.WriteEndObject();
        }
        json.WriteString("senderAddress", message.SenderAddress);
        json.WriteStartObject("content");
        json.WriteString("subject", message.Content.Subject);
        WriteIfAny(json, "plainText", message.Content.PlainText);
        WriteIfAny(json, "html", message.Content.Html);
        json.WriteEndObject();
        json.WriteStartObject("recipients");
        Write(json, "to", message.Recipients.To);
        Write(json, "cc", message.Recipients.CC);
        Write(json, "bcc", message.Recipients.BCC);
        json.WriteEndObject();
        WriteAttachments(json, message.Attachments);
        Write(json, "replyTo", message.ReplyTo);
        if (message.UserEngagementTrackingDisabled is { } disabled)
        {
            json.WriteBoolean("userEngagementTrackingDisabled", disabled);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, IList<EmailAddress> addresses)
    {
        if (addresses.Count == 0)
        {
            return;
        }
        json.WriteStartArray(name);
        foreach (var address in addresses)
        {
            json.WriteStartObject();
            json.WriteString("address", address.Address);
            WriteIfAny(json, "displayName", address.DisplayName);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteAttachments(Utf8JsonWriter json, IList<EmailAttachment> attachments)
    {
        if (attachments.Count == 0)
        {
            return;
        }
        json.WriteStartArray("attachments");
        foreach (var attachment in attachments)
        {
            json.WriteStartObject();
            json.WriteString("name", attachment.Name);
            json.WriteString("contentType", attachment.ContentType);
            json.WriteBase64String("contentInBase64", attachment.Content.ToMemory().Span);
            WriteIfAny(json, "contentId", attachment.ContentId);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
