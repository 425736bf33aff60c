using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CxFunctions.Staff;

/// <summary>A session as its cookie holds it: id and end, signed. Pure.</summary>
/// <param name="Id">Random; what a session that was left is known by.</param>
/// <param name="Until">To the second.</param>
public sealed record StaffSession(string Id, DateTimeOffset Until)
{
    public static StaffSession New(DateTimeOffset until) => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12)), DateTimeOffset.FromUnixTimeSeconds(until.ToUnixTimeSeconds()));

    public string Write(byte[] key) => $"{Claim}.{Sign(Claim, key)}";

    /// <summary>Null for what was not signed with the key, and for what has ended.</summary>
    public static StaffSession? Read(string? cookie, byte[] key, DateTimeOffset now)
    {
        if (cookie?.Split('.') is not [var id, var until, var signature]
            || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(Sign($"{id}.{until}", key)))
            || !long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return null;
        }
        var session = new StaffSession(id, DateTimeOffset.FromUnixTimeSeconds(seconds));
        return session.Until > now ? session : null;
    }

    private string Claim => $"{Id}.{Until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";

    private static string Sign(string claim, byte[] key) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes("staff-session:" + claim)));
}
