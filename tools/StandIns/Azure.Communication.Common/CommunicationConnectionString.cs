namespace Azure.Communication;

/// <summary><c>endpoint=https://…/;accesskey=…</c>, as the portal shows it.</summary>
internal sealed record CommunicationConnectionString(Uri Endpoint, AzureKeyCredential Credential)
{
    /// <exception cref="InvalidOperationException">A part is missing, doubled or empty.</exception>
    public static CommunicationConnectionString Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !parts.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()))
            {
                throw new InvalidOperationException("Connection string doesn't have value for keyword, or has it twice.");
            }
        }
        return new(new Uri(Required(parts, "endpoint")), new AzureKeyCredential(Required(parts, "accesskey")));
    }

    private static string Required(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var value) && value.Length > 0
            ? value
            : throw new InvalidOperationException($"Required keyword '{name}' is missing in connection string.");
}
