using CxFunctions.Sandbox.Language.Text;

namespace CxFunctions.Sandbox.Language;

/// <summary>The language of a text and how sure that is, 0 to 1; code <c>(Unknown)</c> where it can't be told.</summary>
internal sealed record DetectedLanguage(string Name, string Iso6391Name, double ConfidenceScore)
{
    public static readonly DetectedLanguage Unknown = new("(Unknown)", "(Unknown)", 0);
}

/// <summary>Tells es, en and pt apart by function words and by the letter triples of the word lists.</summary>
internal static class LanguageDetector
{
    private const double WordWeight = 3;

    private static readonly IReadOnlyList<(LanguagePack Pack, Dictionary<string, double> Triples)> Models = Train();

    public static DetectedLanguage Detect(string text)
    {
        var words = Tokenizer.Tokens(text, 0, text.Length).Where(t => t.Kind == TokenKind.Word).Select(t => t.Text.ToLowerInvariant()).ToList();
        var triples = words.SelectMany(Triples).ToList();
        var known = triples.Count(triple => Models.Any(m => m.Triples.ContainsKey(triple)));
        if (words.Count == 0 || known < 0.5 * triples.Count)
        {
            return DetectedLanguage.Unknown;
        }

        var scores = Models.Select(model => (model.Pack, Score: Score(model, words, triples))).OrderByDescending(s => s.Score).ToList();

        // Long texts would drive the exponentials to certainty at once; the square root keeps short ones humble too.
        var scale = Math.Sqrt(triples.Count + 1);
        var sum = scores.Sum(s => Math.Exp((s.Score - scores[0].Score) / scale));
        var (pack, _) = scores[0];
        return new(pack.Name, pack.Code, Math.Round(1 / sum, 2));
    }

    private static double Score((LanguagePack Pack, Dictionary<string, double> Triples) model, List<string> words, List<string> triples) =>
        (WordWeight * words.Count(word => model.Pack.StopWords.Contains(Folding.Fold(word))))
        + words.Sum(word => Letters(model.Pack.Code, word))
        + triples.Sum(triple => model.Triples.GetValueOrDefault(triple, model.Triples[""]));

    // Letters that one of the three has alone.
    private static double Letters(string code, string word) => code switch
    {
        "es" => word.Contains('ñ') ? 4 : 0,
        "pt" => word.AsSpan().IndexOfAny('ã', 'õ', 'ç') >= 0 ? 4 : word.AsSpan().IndexOfAny('ê', 'ô', 'â') >= 0 ? 2 : 0,
        _ => word.AsSpan().IndexOfAny('k', 'w') >= 0 ? 1 : 0,
    };

    private static List<(LanguagePack, Dictionary<string, double>)> Train() =>
        [.. LanguagePack.All.Select(pack => (pack, Frequencies(pack.Code)))];

    // Logarithms of smoothed shares; the empty triple stands for every one never seen.
    private static Dictionary<string, double> Frequencies(string code)
    {
        var words = LexiconFiles.Pairs($"afinn.{code}.tsv").Concat(LexiconFiles.Pairs($"service.{code}.tsv")).Select(p => p.Left)
            .Concat(LexiconFiles.Words($"targets.{code}.txt"))
            .Concat(Enumerable.Repeat(LexiconFiles.Words($"stopwords.{code}.txt"), 5).SelectMany(w => w));
        var counts = words.SelectMany(w => w.Split(' ')).SelectMany(w => Triples(w.ToLowerInvariant())).CountBy(t => t).ToDictionary();
        var all = counts.Values.Sum() + counts.Count;
        var shares = counts.ToDictionary(c => c.Key, c => Math.Log((c.Value + 1.0) / all));
        shares[""] = Math.Log(1.0 / all);
        return shares;
    }

    private static IEnumerable<string> Triples(string word)
    {
        var padded = $" {word} ";
        return Enumerable.Range(0, padded.Length - 2).Select(i => padded.Substring(i, 3));
    }
}
