namespace Azure.Communication.Email;

/// <summary>Subject and text; the text as HTML, as plain text, or both.</summary>
public class EmailContent
{
    public EmailContent(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        Subject = subject;
    }

    public string Subject { get; }

    public string? PlainText { get; set; }

    public string? Html { get; set; }
}
