namespace Azure.Communication.Email;

/// <summary>A file that goes with a message; with a content id it may be shown within the text.</summary>
public class EmailAttachment
{
    public EmailAttachment(string name, string contentType, BinaryData content)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(contentType);
        ArgumentNullException.ThrowIfNull(content);
        Name = name;
        ContentType = contentType;
        Content = content;
    }

    public string Name { get; }

    public string ContentType { get; }

    public BinaryData Content { get; }

    public string? ContentId { get; set; }
}
