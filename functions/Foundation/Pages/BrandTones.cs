using System.Globalization;

namespace CxFunctions.Foundation.Pages;

/// <summary>A brand's colour, and its lighter sister that can be read on dark paper.</summary>
internal static class BrandTones
{
    private const string DarkPaper = "#1b1f25";

    /// <summary>What WCAG 2.2 asks of text (1.4.3).</summary>
    private const double Readable = 4.5;

    /// <summary>The colour, mixed with as little white as makes it readable on dark paper.</summary>
    /// <param name="color">#rrggbb.</param>
    public static string OnDark(string color)
    {
        for (var white = 0; white < 100; white += 5)
        {
            var tone = MixWithWhite(color, white / 100.0);
            if (Contrast(tone, DarkPaper) >= Readable)
            {
                return tone;
            }
        }
        return "#ffffff";
    }

    /// <summary>Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static string MixWithWhite(string color, double share)
    {
        var rgb = Rgb(color);
        return FormattableString.Invariant($"#{Mix(rgb >> 16):x2}{Mix(rgb >> 8):x2}{Mix(rgb):x2}");

        int Mix(int channel) => (int)Math.Round(((channel & 0xFF) * (1 - share)) + (255 * share));
    }

    private static double Luminance(string color)
    {
        var rgb = Rgb(color);
        return (0.2126 * Linear(rgb >> 16)) + (0.7152 * Linear(rgb >> 8)) + (0.0722 * Linear(rgb));

        static double Linear(int channel)
        {
            var c = (channel & 0xFF) / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }
    }

    private static int Rgb(string color) => int.Parse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
