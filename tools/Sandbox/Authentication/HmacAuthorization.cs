namespace CxFunctions.Sandbox.Authentication;

/// <summary>The parts of <c>HMAC-SHA256 SignedHeaders=a;b;c&amp;Signature=base64</c>.</summary>
internal sealed record HmacAuthorization(IReadOnlyList<string> SignedHeaders, string Signature)
{
    /// <summary>Null where the header is missing, of another scheme or malformed.</summary>
    public static HmacAuthorization? Parse(string? header)
    {
        if (header is null || !header.StartsWith(HmacSignature.Scheme + " ", StringComparison.Ordinal))
        {
            return null;
        }

        string? headers = null, signature = null;
        foreach (var part in header[(HmacSignature.Scheme.Length + 1)..].Split('&', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("SignedHeaders=", StringComparison.Ordinal))
            {
                headers = part["SignedHeaders=".Length..];
            }
            else if (part.StartsWith("Signature=", StringComparison.Ordinal))
            {
                signature = part["Signature=".Length..];
            }
        }

        return headers is null || string.IsNullOrEmpty(signature) ? null : new(headers.Split(';'), signature);
    }

    /// <summary>A signature is worth something only if it covers the host, the body and the time.</summary>
    public bool CoversTheRequest =>
        Has("host") && Has("x-ms-content-sha256") && (Has("x-ms-date") || Has("date"));

    /// <summary>The signed header that carries the time.</summary>
    public string DateHeader => Has("x-ms-date") ? "x-ms-date" : "date";

    private bool Has(string name) => SignedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase);
}
