using System.Globalization;

namespace CxFunctions.Sandbox.Language.Text;

/// <summary>Counts places of one text in the unit the request asks for (stringIndexType).</summary>
internal sealed class TextUnits
{
    public const string TextElements = "TextElements_v8";
    public const string CodePoints = "UnicodeCodePoint";
    public const string Utf16 = "Utf16CodeUnit";

    // Index in UTF-16 units to index in the unit asked for; null where they are the same.
    private readonly int[]? _units;

    public TextUnits(string text, string type)
    {
        if (type == Utf16)
        {
            return;
        }

        _units = new int[text.Length + 1];
        var unit = 0;
        for (var i = 0; i < text.Length; unit++)
        {
            var length = type == TextElements ? StringInfo.GetNextTextElementLength(text, i)
                : char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2
                : 1;
            _units.AsSpan(i, length).Fill(unit);
            i += length;
        }

        _units[^1] = unit;
    }

    public static bool Knows(string type) => type is TextElements or CodePoints or Utf16;

    public int At(int utf16) => _units is null ? utf16 : _units[utf16];

    public int Length(int start, int end) => At(end) - At(start);
}
