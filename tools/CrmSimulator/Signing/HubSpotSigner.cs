using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CxFunctions.CrmSimulator.Signing;

/// <summary>HubSpot's signature, version 3: HMAC-SHA256 over method, address, body and milliseconds, base64.</summary>
/// <param name="secret">The app's client secret, as text.</param>
/// <param name="target">The full address as the CRM was told to call it: scheme, host, path and query.</param>
public sealed class HubSpotSigner(string secret, string target)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);

    public IEnumerable<(string Name, string Value)> Headers(DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var timestamp = at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes("POST" + target), .. body, .. Encoding.UTF8.GetBytes(timestamp)];
        return
        [
            ("X-HubSpot-Signature-v3", Convert.ToBase64String(HMACSHA256.HashData(_key, signed))),
            ("X-HubSpot-Request-Timestamp", timestamp),
        ];
    }
}
