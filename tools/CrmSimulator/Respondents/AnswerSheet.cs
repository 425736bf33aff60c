using System.Globalization;

namespace CxFunctions.CrmSimulator.Respondents;

/// <summary>A form filled in after an opinion.</summary>
/// <param name="Scores">By metric: nps (0 to 10), csat (1 to 5), ces (1 to 7).</param>
/// <param name="Words">The verbatim; null for none.</param>
/// <param name="Fields">As the form sends them.</param>
internal sealed record AnswerSheet(IReadOnlyDictionary<string, int> Scores, string? Words, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public static AnswerSheet FillIn(HtmlForm form, Opinion opinion)
    {
        var scores = new Dictionary<string, int>();
        var fields = form.Hidden.Select(h => KeyValuePair.Create(h.Name, h.Value)).ToList();
        foreach (var (name, values) in form.Choices)
        {
            var scale = values.Select(v => int.Parse(v, CultureInfo.InvariantCulture)).ToList();
            var score = opinion.ScoreOn(scale.Min(), scale.Max());
            scores[MetricOf(scale.Min(), scale.Max())] = score;
            fields.Add(new(name, score.ToString(CultureInfo.InvariantCulture)));
        }
        var words = form.TextAreas.Any() ? opinion.Words : null;
        fields.AddRange(form.TextAreas.Select(area => KeyValuePair.Create(area.Name, words ?? "")));
        return new AnswerSheet(scores, words, fields);
    }

    private static string MetricOf(int min, int max) => (min, max) switch
    {
        (0, 10) => "nps",
        (1, 5) => "csat",
        (1, 7) => "ces",
        _ => throw new FormatException($"The page asks on a scale from {min} to {max}, which is none of ours."),
    };
}
