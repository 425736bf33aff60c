using System.Collections.Frozen;

namespace CxFunctions.Channels.Sms;

/// <summary>How an SMS travels and what it costs: GSM 7-bit (3GPP TS 23.038, 6.2.1) where every character has a place there, else UCS-2.</summary>
/// <param name="IsGsm">Whether the 7-bit alphabet is enough.</param>
/// <param name="Units">Septets, or UTF-16 units; a character of the extension table takes two septets.</param>
/// <param name="Count">Segments that are billed; at least 1.</param>
public sealed record SmsSegments(bool IsGsm, int Units, int Count)
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static readonly FrozenSet<char> Alphabet = Basic.ToFrozenSet();
    private static readonly FrozenSet<char> Extension = "\f^{}\\[~]|€".ToFrozenSet();

    public static SmsSegments Of(string text)
    {
        var gsm = text.All(c => Alphabet.Contains(c) || Extension.Contains(c));
        var widths = gsm ? SeptetsOf(text) : Utf16Of(text);
        var units = widths.Sum();
        var (single, part) = gsm ? (160, 153) : (70, 67);
        return new(gsm, units, units <= single ? 1 : Parts(widths, part));
    }

    private static int[] SeptetsOf(string text) => [.. text.Select(c => Extension.Contains(c) ? 2 : 1)];

    private static int[] Utf16Of(string text) => [.. text.EnumerateRunes().Select(r => r.Utf16SequenceLength)];

    /// <summary>A character is never split over two segments, so a segment may have to stay one unit short.</summary>
    private static int Parts(int[] widths, int capacity)
    {
        var (count, used) = (1, 0);
        foreach (var width in widths)
        {
            if (used + width > capacity)
            {
                count++;
                used = 0;
            }
            used += width;
        }
        return count;
    }
}
