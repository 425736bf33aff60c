using System.Globalization;
using System.Text;

namespace CxFunctions.Bench.Morning;

/// <summary>Messages by half a minute, as bars: for a terminal, and as an SVG for a page.</summary>
internal sealed class MorningPlot
{
    private const int BarWidth = 14;
    private const int Height = 220;
    private static readonly TimeSpan Bin = TimeSpan.FromSeconds(30);
    private readonly MorningHours _hours;
    private readonly int[] _bins;

    public MorningPlot(MorningHours hours, IEnumerable<DateTimeOffset> messages)
    {
        // One bin on either side shows that nothing is there.
        (_hours, _bins) = (hours, new int[(int)Math.Ceiling(hours.Spread / Bin) + 2]);
        foreach (var at in messages)
        {
            _bins[Math.Clamp((int)Math.Floor((at - hours.Opening) / Bin) + 1, 0, _bins.Length - 1)]++;
        }
    }

    private int Most => Math.Max(1, _bins.Max());

    public string ForTerminal()
    {
        var text = new StringBuilder();
        foreach (var (i, count) in _bins.Index())
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{LabelOf(i),8} {count,5} {new string('#', count * 60 / Most)}");
        }
        return text.ToString();
    }

    public string ForPage()
    {
        var width = (_bins.Length * BarWidth) + 80;
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {Height + 70}" font-family="system-ui, sans-serif" font-size="11" role="img" aria-label="Invitations by half a minute after the opening">""");
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<rect width="{width}" height="{Height + 70}" fill="#ffffff"/><text x="50" y="18" font-size="13" fill="#15181d">{_bins.Sum()} invitations of a night, by half a minute; window of {_hours.Spread.TotalMinutes:0} minutes</text>""");
        foreach (var (i, count) in _bins.Index())
        {
            var height = count * Height / Most;
            svg.AppendLine(CultureInfo.InvariantCulture, $"""<rect x="{50 + (i * BarWidth)}" y="{30 + Height - height}" width="{BarWidth - 2}" height="{height}" fill="#0b5cad"/>""");
            if (i % 4 == 1)
            {
                svg.AppendLine(CultureInfo.InvariantCulture, $"""<text x="{50 + (i * BarWidth)}" y="{Height + 48}" fill="#444b55">{LabelOf(i)}</text>""");
            }
        }
        svg.AppendLine(CultureInfo.InvariantCulture, $"""<text x="8" y="40" fill="#444b55">{Most}</text><text x="8" y="{30 + Height}" fill="#444b55">0</text><text x="50" y="{Height + 64}" fill="#444b55">minutes after the opening</text>""");
        return svg.AppendLine("</svg>").ToString();
    }

    private string LabelOf(int bin) => bin == 0 ? "before" : bin == _bins.Length - 1 ? "after" : string.Create(CultureInfo.InvariantCulture, $"{(bin - 1) * Bin.TotalMinutes:0.0}");
}
