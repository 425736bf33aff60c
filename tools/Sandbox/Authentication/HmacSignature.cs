using System.Security.Cryptography;
using System.Text;

namespace CxFunctions.Sandbox.Authentication;

/// <summary>The request signature of Azure Communication Services (its "HMAC-SHA256" authorization scheme).</summary>
internal static class HmacSignature
{
    public const string Scheme = "HMAC-SHA256";

    /// <summary>Base64 of the SHA-256 of the body bytes; an empty body has a hash too.</summary>
    public static string ContentHash(ReadOnlySpan<byte> body) => Convert.ToBase64String(SHA256.HashData(body));

    /// <summary>Base64 signature over <c>VERB\npath?query\nvalue;value;value</c>.</summary>
    /// <param name="key">The decoded access key.</param>
    /// <param name="signedValues">Values of the signed headers, in the order in which the request names them.</param>
    public static string Sign(ReadOnlySpan<byte> key, string method, string pathAndQuery, IEnumerable<string> signedValues)
    {
        var text = $"{method.ToUpperInvariant()}\n{pathAndQuery}\n{string.Join(';', signedValues)}";
        return Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Compares two base64 texts without telling by its duration where they differ.</summary>
    public static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
