using System.Security.Cryptography;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>An account and its key; the key may be changed while clients use it.</summary>
public class TableSharedKeyCredential
{
    private volatile byte[] _key = [];

    /// <param name="accountKey">The key as the portal shows it, base64.</param>
    /// <exception cref="FormatException">The key is not base64.</exception>
    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        ArgumentNullException.ThrowIfNull(accountName);
        AccountName = accountName;
        SetAccountKey(accountKey);
    }

    public string AccountName { get; }

    public void SetAccountKey(string accountKey)
    {
        ArgumentNullException.ThrowIfNull(accountKey);
        _key = Convert.FromBase64String(accountKey);
    }

    /// <summary>Base64 of the HMAC-SHA256 of the text under the account's key.</summary>
    internal string Sign(string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = size <= 1024 ? stackalloc byte[1024] : new byte[size];
        HMACSHA256.HashData(_key, bytes[..Encoding.UTF8.GetBytes(text, bytes)], hash);
        return Convert.ToBase64String(hash);
    }
}
