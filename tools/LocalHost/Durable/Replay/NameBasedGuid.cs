using System.Security.Cryptography;
using System.Text;

namespace CxFunctions.LocalHost.Durable;

/// <summary>Version 5 UUIDs (RFC 9562 section 5.5) in the namespace that Durable Task uses.</summary>
internal static class NameBasedGuid
{
    private static readonly byte[] Namespace = Guid.Parse("9e952958-5e33-4daf-827f-2fa12937b875").ToByteArray(bigEndian: true);

    public static Guid Of(string name)
    {
        // SHA-1 names things here, as the standard prescribes; it protects nothing.
#pragma warning disable CA5350
        var hash = SHA1.HashData([.. Namespace, .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
