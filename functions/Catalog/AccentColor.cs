using System.Globalization;

namespace CxFunctions.Catalog;

/// <summary>Contrast as WCAG 2.2 defines it (relative luminance of sRGB).</summary>
internal static class AccentColor
{
    public static bool ReachesContrastWithWhite(string color) => Luminance(color) is { } l && 1.05 / (l + 0.05) >= 4.5;

    private static double? Luminance(string color)
    {
        if (color is not ['#', _, _, _, _, _, _] || !int.TryParse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb))
        {
            return null;
        }
        return (0.2126 * Linear(rgb >> 16)) + (0.7152 * Linear((rgb >> 8) & 0xFF)) + (0.0722 * Linear(rgb & 0xFF));
    }

    private static double Linear(int channel)
    {
        var c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}
