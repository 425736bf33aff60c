using System.Text;
using Azure.Data.Tables;

namespace CxFunctions.LocalHost.Durable;

/// <summary>Text in pieces that fit a property (64 KiB of UTF-16), as many as fit a row (1 MiB).</summary>
internal static class LongText
{
    public const int PerProperty = 30_000;

    public const int PerRow = PerProperty * PropertiesPerRow;

    private const int PropertiesPerRow = 12;

    public static void Put(TableEntity row, string name, string text)
    {
        var number = 0;
        foreach (var piece in Cut(text, PerProperty))
        {
            row[$"{name}{number++}"] = piece;
        }
    }

    public static string Get(TableEntity row, string name)
    {
        if (!row.ContainsKey($"{name}1"))
        {
            return row.GetString($"{name}0") ?? "";
        }

        var text = new StringBuilder();
        for (var number = 0; row.GetString($"{name}{number}") is { } piece; number++)
        {
            text.Append(piece);
        }

        return text.ToString();
    }

    /// <summary>Pieces of at most this many characters, none of which ends within a surrogate pair.</summary>
    public static IEnumerable<string> Cut(string text, int size)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Min(size, text.Length - start);
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
            {
                length--;
            }

            yield return text.Substring(start, length);
            start += length;
        }
    }
}
