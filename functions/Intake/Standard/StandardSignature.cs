using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Intake.Standard;

/// <summary>
/// Standard Webhooks 1.0.0: <c>v1,</c> and the base64 HMAC-SHA256 of <c>id.timestamp.body</c>. The header may hold several
/// signatures with a space between; one that fits is enough, versions other than v1 are passed over.
/// </summary>
internal static class StandardSignature
{
    /// <summary>To both sides, as the reference library has it.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const string SecretPrefix = "whsec_";

    public static SignatureVerdict Verify(SignedRequest request, IReadOnlyList<string> secrets, DateTimeOffset now)
    {
        var (id, timestamp, signatures) = (Header(request.Headers, "id"), Header(request.Headers, "timestamp"), Header(request.Headers, "signature"));
        if (id is null || timestamp is null || signatures is null)
        {
            return SignatureVerdict.Missing;
        }
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253_402_300_799)
        {
            return SignatureVerdict.Malformed;
        }
        if ((now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Tolerance)
        {
            return SignatureVerdict.Stale;
        }
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. request.Body.Span];
        var matches = false;
        foreach (var secret in secrets)
        {
            var expected = Encoding.ASCII.GetBytes("v1," + Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret)!, signed)));
            foreach (var given in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                // No early end: the time taken must not tell which secret or signature fits.
                matches |= CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(given));
            }
        }
        return matches ? SignatureVerdict.Genuine : SignatureVerdict.Wrong;
    }

    /// <summary>The value of <c>webhook-…</c>, or of its older name <c>svix-…</c>; null where it is missing or empty.</summary>
    public static string? Header(IHeaderDictionary headers, string name) =>
        headers["webhook-" + name].ToString() is { Length: > 0 } value ? value
        : headers["svix-" + name].ToString() is { Length: > 0 } alias ? alias
        : null;

    /// <summary>24 to 64 bytes, or null where the text is no such secret.</summary>
    public static byte[]? KeyOf(string secret)
    {
        var key = new byte[secret.Length];
        return secret.StartsWith(SecretPrefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(secret[SecretPrefix.Length..], key, out var length)
            && length is >= 24 and <= 64
                ? key[..length]
                : null;
    }
}
