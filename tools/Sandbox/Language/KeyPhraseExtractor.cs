using CxFunctions.Sandbox.Language.Sentiment;
using CxFunctions.Sandbox.Language.Text;

namespace CxFunctions.Sandbox.Language;

/// <summary>Rapid automatic keyword extraction (Rose et al., 2010): runs of words between function words, scored by degree over frequency.</summary>
internal static class KeyPhraseExtractor
{
    private const int MaxWords = 4;
    private const int MaxPhrases = 20;

    public static IReadOnlyList<string> Extract(LanguagePack pack, string text)
    {
        var runs = SentenceSplitter.Split(text).SelectMany(s => Runs(pack, Tokenizer.Tokens(text, s.Start, s.End))).ToList();
        var frequency = runs.SelectMany(run => run).CountBy(t => t.Key).ToDictionary();
        var degree = runs.SelectMany(run => run.Select(t => (t.Key, run.Count))).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Sum(p => p.Count));
        return [.. runs
            .Select(run => (
                Phrase: text[run[0].Start..run[^1].End],
                Key: string.Join(' ', run.Select(t => t.Key)),
                Score: run.Sum(t => (double)degree[t.Key] / frequency[t.Key])))
            .DistinctBy(phrase => phrase.Key)
            .OrderByDescending(phrase => phrase.Score)
            .Select(phrase => phrase.Phrase)
            .Take(MaxPhrases)];
    }

    private static IEnumerable<IReadOnlyList<Token>> Runs(LanguagePack pack, IReadOnlyList<Token> tokens)
    {
        var run = new List<Token>();
        foreach (var token in tokens.Append(new Token(".", ".", int.MaxValue, TokenKind.Mark)))
        {
            if (token.Kind == TokenKind.Word && !pack.StopWords.Contains(token.Key))
            {
                run.Add(token);
                continue;
            }

            if (Trim(pack, run) is { Count: > 0 and <= MaxWords } phrase)
            {
                yield return phrase;
            }

            run = [];
        }
    }

    // A key phrase says what is spoken of, not what is thought of it: judging words at its ends go, unless they are the topic.
    private static List<Token> Trim(LanguagePack pack, List<Token> run)
    {
        var (first, last) = (0, run.Count - 1);
        while (first <= last && Judges(pack, run, first))
        {
            first++;
        }

        while (last >= first && Judges(pack, run, last))
        {
            last--;
        }

        return run[first..(last + 1)];
    }

    private static bool Judges(LanguagePack pack, List<Token> run, int at) =>
        run[at].Key.Length < 2
        || (!pack.Targets.Contains(run[at].Key)
            && !(pack.Repairs.TryGetWord(run[at].Key, out var role) && role == Modifier.Trouble)
            && Valences.Match(pack, [run[at]], 0, out _) > 0);
}
