using System.Globalization;
using System.Text;

namespace CxFunctions.Foundation;

/// <summary>
/// Partition and row keys. Table storage refuses <c>/ \ # ?</c> and control characters and keys above 1 KiB;
/// what comes from outside is escaped here, so that two different inputs never meet in one key.
/// </summary>
public static class TableKey
{
    /// <summary>Sorts before or after every escaped part; never produced by <see cref="Escape"/>.</summary>
    public const char Separator = '|';

    /// <summary>The parts, escaped and joined by <see cref="Separator"/>.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var key = new StringBuilder();
        foreach (var part in parts)
        {
            if (key.Length > 0)
            {
                key.Append(Separator);
            }
            Append(key, part);
        }
        return key.ToString();
    }

    /// <summary>Letters, digits and <c>- _ . : ~ @ +</c> stay; every other UTF-8 byte becomes <c>=XX</c>.</summary>
    public static string Escape(string part)
    {
        var key = new StringBuilder(part.Length);
        Append(key, part);
        return key.ToString();
    }

    /// <summary>A key that sorts newest first: 19 digits, ticks before the end of time.</summary>
    public static string NewestFirst(DateTimeOffset at) =>
        (DateTime.MaxValue.Ticks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The instant of a key made by <see cref="NewestFirst"/>; null where it is none.</summary>
    public static DateTimeOffset? NewestFirstAt(string key) =>
        long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var left) && left <= DateTime.MaxValue.Ticks
            ? new DateTimeOffset(DateTime.MaxValue.Ticks - left, TimeSpan.Zero)
            : null;

    private static void Append(StringBuilder key, string part)
    {
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in part.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || "-_.:~@+".Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                key.Append((char)rune.Value);
                continue;
            }
            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
            {
                key.Append('=').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }
    }
}
