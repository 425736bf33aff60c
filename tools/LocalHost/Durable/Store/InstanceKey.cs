using System.Globalization;
using System.Text;

namespace CxFunctions.LocalHost.Durable;

/// <summary>
/// The keys of an instance's rows. The partition begins with one of 64 shards, so that a scan reads the table in small ranges:
/// storage sorts what a range holds, and a large one makes every page slow.
/// </summary>
internal static class InstanceKey
{
    public const int Shards = 64;

    /// <summary>The row of the instance itself.</summary>
    public const string Row = "i";

    public static string Partition(string id) => $"{Shard(id)}-{Escape(id)}";

    public static string IdOf(string partition) => Unescape(partition[3..]);

    public static string Segment(string execution, int number) => $"h-{execution}-{number:D6}";

    public static string Spill(SpilledText text, int row) => $"s-{text.Key}-{row:D4}";

    public static string ShardName(int shard) => shard.ToString("x2", CultureInfo.InvariantCulture);

    public static string Escape(string id)
    {
        var text = new StringBuilder(id.Length);
        foreach (var c in id)
        {
            // Keys may not hold these (and the escape itself is escaped); % upsets some clients.
            _ = c is '/' or '\\' or '#' or '?' or '%' or '!' || char.IsControl(c)
                ? text.Append('!').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture))
                : text.Append(c);
        }

        return text.ToString();
    }

    private static string Unescape(string key)
    {
        var text = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] == '!')
            {
                text.Append((char)int.Parse(key.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(key[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>FNV-1a: the same on every machine and in every version.</summary>
    private static string Shard(string id)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(id))
        {
            hash = (hash ^ b) * 16777619u;
        }

        return ShardName((int)((hash ^ (hash >> 16)) % Shards));
    }
}
