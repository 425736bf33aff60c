namespace Azure.Data.Tables;

/// <summary>The parts of a storage connection string that a table client needs.</summary>
internal sealed record TableConnectionString(Uri Endpoint, TableSharedKeyCredential Credential)
{
    // Published constants of the storage emulator, the same on every machine.
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <exception cref="InvalidOperationException">No endpoint or no key can be made out of the text.</exception>
    public static TableConnectionString Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);

        if (parts.TryGetValue("UseDevelopmentStorage", out var emulator) && bool.TryParse(emulator, out var use) && use)
        {
            return new(new Uri($"http://127.0.0.1:10002/{EmulatorAccount}"), new(EmulatorAccount, EmulatorKey));
        }
        if (!parts.TryGetValue("AccountName", out var account) || !parts.TryGetValue("AccountKey", out var key))
        {
            throw new InvalidOperationException("No valid combination of account information found.");
        }
        var endpoint = parts.TryGetValue("TableEndpoint", out var named)
            ? named
            : $"{parts.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table.{parts.GetValueOrDefault("EndpointSuffix", "core.windows.net")}";
        return new(new Uri(endpoint), new(account, key));
    }
}
