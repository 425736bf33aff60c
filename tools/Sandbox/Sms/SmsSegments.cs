using System.Buffers;

namespace CxFunctions.Sandbox.Sms;

/// <summary>How a text travels: 3GPP TS 23.038 alphabet and TS 23.040 concatenation.</summary>
/// <param name="Encoding">GSM-7 or UCS-2.</param>
/// <param name="Count">Parts, 1 and up; an empty text is one part.</param>
internal readonly record struct SmsSegments(string Encoding, int Count)
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
        "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    // Each takes the escape septet too.
    private const string Extension = "\f^{}\\[~]|€";

    private static readonly SearchValues<char> Gsm = SearchValues.Create(Basic + Extension);
    private static readonly SearchValues<char> Escaped = SearchValues.Create(Extension);

    public static SmsSegments Of(string text) =>
        text.AsSpan().ContainsAnyExcept(Gsm) ? Unicode(text) : Septets(text);

    private static SmsSegments Septets(string text) =>
        new("GSM-7", Parts(text, single: 160, part: 153, static (t, i) => Escaped.Contains(t[i]) ? (2, 1) : (1, 1)));

    private static SmsSegments Unicode(string text) =>
        new("UCS-2", Parts(text, single: 70, part: 67, static (t, i) => char.IsHighSurrogate(t[i]) && i + 1 < t.Length ? (2, 2) : (1, 1)));

    // A character that takes two units is never cut by the end of a part, so parts may stay one unit short.
    private static int Parts(string text, int single, int part, Func<string, int, (int Units, int Chars)> at)
    {
        var total = 0;
        var parts = 1;
        var room = part;
        for (var i = 0; i < text.Length;)
        {
            var (units, chars) = at(text, i);
            total += units;
            if (units > room)
            {
                parts++;
                room = part;
            }

            room -= units;
            i += chars;
        }

        return total <= single ? 1 : parts;
    }
}
