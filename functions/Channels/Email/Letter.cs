namespace CxFunctions.Channels.Email;

/// <summary>An e-mail as it leaves: both parts say the same.</summary>
public sealed record Letter(string Subject, string Html, string PlainText)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
