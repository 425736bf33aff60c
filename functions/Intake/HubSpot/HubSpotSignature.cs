using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CxFunctions.Intake.HubSpot;

/// <summary>
/// HubSpot's signature v3: base64 HMAC-SHA256, keyed by the app's client secret, over method, address, body and timestamp
/// (Unix milliseconds) without separators.
/// </summary>
internal static class HubSpotSignature
{
    public const string SignatureHeader = "X-HubSpot-Signature-v3";
    public const string TimestampHeader = "X-HubSpot-Request-Timestamp";

    /// <summary>Into the past only, as the vendor's own check has it.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const long LastMillisecond = 253_402_300_799_999;

    public static SignatureVerdict Verify(SignedRequest request, IReadOnlyList<string> secrets, DateTimeOffset now)
    {
        var (signature, timestamp) = (request.Headers[SignatureHeader].ToString(), request.Headers[TimestampHeader].ToString());
        if (signature.Length == 0 || timestamp.Length == 0)
        {
            return SignatureVerdict.Missing;
        }
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) || milliseconds > LastMillisecond)
        {
            return SignatureVerdict.Malformed;
        }
        if (now - DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) > Tolerance)
        {
            return SignatureVerdict.Stale;
        }
        var given = Encoding.UTF8.GetBytes(signature);
        var matches = false;
        foreach (var secret in secrets)
        {
            // The documentation signs the decoded address, the vendor's own library the verbatim one: either is accepted.
            foreach (var url in new[] { request.Url, HubSpotUrl.Decode(request.Url) })
            {
                byte[] signed = [.. Encoding.UTF8.GetBytes(request.Method + url), .. request.Body.Span, .. Encoding.ASCII.GetBytes(timestamp)];
                var expected = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
                matches |= CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), given);
            }
        }
        return matches ? SignatureVerdict.Genuine : SignatureVerdict.Wrong;
    }
}
