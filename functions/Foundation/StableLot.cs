using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CxFunctions.Foundation;

/// <summary>Chance that is the same whenever it is asked, wherever: drawn from what it is for.</summary>
public static class StableLot
{
    /// <returns>From 0 inclusive to 1 exclusive, evenly spread over names.</returns>
    public static double Of(string name) => (BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))) >> 11) * (1.0 / (1UL << 53));
}
