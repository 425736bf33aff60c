using CxFunctions.Sandbox.Language.Pii;
using CxFunctions.Sandbox.Language.Sentiment;
using CxFunctions.Sandbox.Language.Text;

namespace CxFunctions.Sandbox.Language;

/// <summary>One document's result in the shape of the service.</summary>
internal static class DocumentAnalysis
{
    /// <param name="index">Place among the documents of the answer, for the pointers of opinions.</param>
    public static object Of(AnalysisKind kind, InputDocument document, AnalysisParameters parameters, int index)
    {
        var pack = AnalyzeTextRules.LanguageOf(document)!;
        var units = new TextUnits(document.Text!, parameters.StringIndexType ?? TextUnits.TextElements);
        return kind switch
        {
            AnalysisKind.SentimentAnalysis => Sentiment(pack, document, units, parameters.OpinionMining ?? false, index),
            AnalysisKind.KeyPhraseExtraction => new { document.Id, keyPhrases = KeyPhraseExtractor.Extract(pack, document.Text!), warnings = NoWarnings },
            AnalysisKind.PiiEntityRecognition => Pii(document, units, parameters),
            _ => new { document.Id, detectedLanguage = LanguageDetector.Detect(document.Text!), warnings = NoWarnings },
        };
    }

    private static readonly object[] NoWarnings = [];

    private static object Sentiment(LanguagePack pack, InputDocument document, TextUnits units, bool opinions, int index)
    {
        var judged = DocumentSentiment.Judge(pack, document.Text!);
        return new
        {
            document.Id,
            sentiment = judged.Label,
            confidenceScores = judged.Scores.Shown(),
            sentences = judged.Sentences.Select((sentence, number) => SentenceResult(pack, document.Text!, sentence, units, opinions, $"#/documents/{index}/sentences/{number}")),
            warnings = NoWarnings,
        };
    }

    private static object SentenceResult(LanguagePack pack, string text, SentenceSentiment sentence, TextUnits units, bool opinions, string pointer)
    {
        var (start, end) = (sentence.Sentence.Start, sentence.Sentence.End);
        var mined = opinions ? OpinionMiner.Mine(pack, sentence) : [];
        var related = mined.SelectMany(o => o.Assessments).Distinct().Order().ToList();
        return new
        {
            sentiment = sentence.Scores.Label,
            confidenceScores = sentence.Scores.Shown(),
            offset = units.At(start),
            length = units.Length(start, end),
            text = text[start..end],
            targets = opinions ? mined.Select(o => OpinionResults.Target(text, sentence, o, units, a => $"{pointer}/assessments/{related.IndexOf(a)}")) : null,
            assessments = opinions ? related.Select(a => OpinionResults.Assessment(text, sentence, sentence.Assessments[a], units)) : null,
        };
    }

    private static object Pii(InputDocument document, TextUnits units, AnalysisParameters parameters)
    {
        var text = document.Text!;
        var wanted = parameters.PiiCategories?.Where(c => c is not ("All" or "Default")).ToList() ?? [];
        var entities = PiiFinder.Find(text, wanted);
        return new
        {
            redactedText = PiiFinder.Redact(text, entities),
            document.Id,
            entities = entities.Select(e => new
            {
                text = text.Substring(e.Start, e.Length),
                category = e.Category,
                offset = units.At(e.Start),
                length = units.Length(e.Start, e.End),
                confidenceScore = e.Confidence,
            }),
            warnings = NoWarnings,
        };
    }
}
