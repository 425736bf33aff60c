using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CxFunctions.Foundation;

/// <summary>Ids derived from what they name, so that doing a thing twice finds the first doing.</summary>
public static class StableId
{
    // Namespace of this product's name-based UUIDs; chosen once, never to change.
    private static readonly Guid Namespace = new("5e0b3a0e-7c39-4f5c-9f3c-6d1c1a8c2d47");

    /// <summary>A 27-character base64url digest (160 bits of SHA-256) of the parts; safe in keys, URLs and instance ids.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, 20));
    }

    /// <summary>A name-based UUID, version 5 (RFC 9562, section 5.5), for services that ask for a GUID as idempotency key.</summary>
    public static Guid GuidOf(string name)
    {
        var input = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        Namespace.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input.AsSpan(16));
        var hash = SHA1.HashData(input).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
