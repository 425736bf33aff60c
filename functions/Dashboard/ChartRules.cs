using System.Globalization;
using System.Text;
using CxFunctions.Catalog;

namespace CxFunctions.Dashboard;

/// <summary>
/// The geometry of the score chart: a field 1,000 wide and 100 high that the page stretches to any size. Every bucket has its place, also
/// where nobody answered: there line and band break instead of bridging what was never measured.
/// </summary>
public static class ChartRules
{
    public const int Width = 1000;
    public const int Height = 100;

    /// <summary>Ends of the metric's score: -100 and 100 for NPS, 0 and 100 for shares.</summary>
    public static (double Min, double Max) RangeOf(QuestionKind metric) => metric == QuestionKind.Nps ? (-100, 100) : (0, 100);

    public static double X(int index, int count) => count <= 1 ? Width / 2.0 : (index + 0.5) * Width / count;

    public static double Y(double value, QuestionKind metric)
    {
        var (min, max) = RangeOf(metric);
        return Height * (max - value) / (max - min);
    }

    /// <summary>The line through the scores; a bucket between two empty ones is a dot (a line of no length with a round cap).</summary>
    public static string Line(ScoreSeries series)
    {
        var path = new StringBuilder();
        foreach (var run in Runs(series))
        {
            path.Append(CultureInfo.InvariantCulture, $"M{At(run[0].X)} {At(Y(run[0].Point.Score!.Score, series.Metric))}");
            foreach (var (x, point) in run.Count == 1 ? run : run.Skip(1))
            {
                path.Append(CultureInfo.InvariantCulture, $"L{At(x)} {At(Y(point.Score!.Score, series.Metric))}");
            }
        }
        return path.ToString();
    }

    /// <summary>The area between the ends of the intervals; half a bucket wide where a bucket stands alone.</summary>
    public static string Band(ScoreSeries series)
    {
        var path = new StringBuilder();
        var half = Width / (double)Math.Max(1, series.Points.Count) / 4;
        foreach (var run in Runs(series))
        {
            var wide = run.Count > 1 ? run : [(run[0].X - half, run[0].Point), (run[0].X + half, run[0].Point)];
            var edge = wide.Select(p => (p.X, Value: p.Point.Score!.High)).Concat(wide.AsEnumerable().Reverse().Select(p => (p.X, Value: p.Point.Score!.Low))).ToList();
            path.Append('M').AppendJoin('L', edge.Select(p => $"{At(p.X)} {At(Y(p.Value, series.Metric))}")).Append('Z');
        }
        return path.ToString();
    }

    private static IEnumerable<List<(double X, ScorePoint Point)>> Runs(ScoreSeries series)
    {
        var run = new List<(double, ScorePoint)>();
        for (var i = 0; i < series.Points.Count; i++)
        {
            if (series.Points[i].Score is not null)
            {
                run.Add((X(i, series.Points.Count), series.Points[i]));
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }
        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static string At(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
