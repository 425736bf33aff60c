using CxFunctions.Sandbox.Language.Text;

namespace CxFunctions.Sandbox.Language.Sentiment;

/// <summary>A whole verbatim, judged by its sentences.</summary>
internal sealed record DocumentSentiment(IReadOnlyList<SentenceSentiment> Sentences, string Label, Scores Scores)
{
    public static DocumentSentiment Judge(LanguagePack pack, string text)
    {
        var sentences = SentenceSplitter.Split(text).Select(s => SentenceSentiment.Judge(pack, text, s)).ToList();
        var scores = Scores.Mean([.. sentences.Select(s => (s.Scores, (double)s.Tokens.Count(t => t.Kind != TokenKind.Mark)))]);
        return new(sentences, LabelOf(sentences), scores);
    }

    // As the service documents it: praise and blame together are mixed, either with neutral is itself.
    private static string LabelOf(List<SentenceSentiment> sentences)
    {
        var praised = sentences.Exists(s => s.Scores.Label == "positive" || s.Scores.IsTorn);
        var blamed = sentences.Exists(s => s.Scores.Label == "negative" || s.Scores.IsTorn);
        return (praised, blamed) switch
        {
            (true, true) => "mixed",
            (true, false) => "positive",
            (false, true) => "negative",
            _ => "neutral",
        };
    }
}
