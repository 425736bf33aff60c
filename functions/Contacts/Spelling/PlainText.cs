using System.Globalization;
using System.Text;

namespace CxFunctions.Contacts.Spelling;

/// <summary>What people copy from pages, sheets and chats, as they would have typed it.</summary>
internal static class PlainText
{
    // Full-width forms of the printable ASCII characters, U+FF01 to U+FF5E, in its order.
    private const int FullWidth = 0xFEE0;

    // They choose between a letter and an emoji.
    private const int FirstVariation = 0xFE00;
    private const int LastVariation = 0xFE0F;

    private const int MinusSign = 0x2212;

    /// <summary>Without invisible characters; digits, dashes and spaces of any script as ASCII has them.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(plain, rune);
        }
        return plain.ToString().Trim();
    }

    private static void Append(StringBuilder plain, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Format:
            case UnicodeCategory.EnclosingMark:
            case UnicodeCategory.NonSpacingMark when rune.Value is >= FirstVariation and <= LastVariation:
                return;
            case UnicodeCategory.DecimalDigitNumber:
                plain.Append((int)Rune.GetNumericValue(rune));
                return;
            case UnicodeCategory.DashPunctuation:
            case UnicodeCategory.MathSymbol when rune.Value == MinusSign:
                plain.Append('-');
                return;
            case UnicodeCategory.Control:
            case UnicodeCategory.SpaceSeparator:
            case UnicodeCategory.LineSeparator:
            case UnicodeCategory.ParagraphSeparator:
                plain.Append(' ');
                return;
            default:
                plain.Append((rune.Value is > 0xFF00 and < 0xFF5F ? new Rune(rune.Value - FullWidth) : rune).ToString());
                return;
        }
    }
}
