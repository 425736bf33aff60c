using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CxFunctions.CrmSimulator.Signing;

/// <summary>Standard Webhooks 1.0.0: HMAC-SHA256 over <c>id.timestamp.body</c>, seconds, base64, marked v1.</summary>
public sealed class StandardWebhooksSigner
{
    private const string Prefix = "whsec_";
    private readonly byte[] _key;

    /// <param name="secret"><c>whsec_</c> and the base64 of the key.</param>
    /// <exception cref="FormatException">The secret is not of that form.</exception>
    public StandardWebhooksSigner(string secret)
    {
        var encoded = secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret;
        var key = new byte[encoded.Length];
        _key = Convert.TryFromBase64String(encoded, key, out var length) && length > 0
            ? key[..length]
            : throw new FormatException("The secret of a Standard Webhooks source is whsec_ followed by base64.");
    }

    /// <param name="id">Names the delivery; the same for every attempt at it.</param>
    /// <param name="at">The time of this attempt.</param>
    /// <param name="body">The bytes as sent.</param>
    public IEnumerable<(string Name, string Value)> Headers(string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return
        [
            ("webhook-id", id),
            ("webhook-timestamp", timestamp),
            ("webhook-signature", "v1," + Convert.ToBase64String(HMACSHA256.HashData(_key, signed))),
        ];
    }
}
