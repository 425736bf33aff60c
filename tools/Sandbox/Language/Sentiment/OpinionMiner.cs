using CxFunctions.Sandbox.Language.Text;

namespace CxFunctions.Sandbox.Language.Sentiment;

/// <summary>What an opinion is about, and the assessments of it (indices into the sentence's assessments).</summary>
internal sealed record Opinion(int Token, IReadOnlyList<int> Assessments);

/// <summary>Relates assessments to the nouns they judge: the nearest one in the same clause, else the one spoken of before.</summary>
internal static class OpinionMiner
{
    private const int Reach = 8;

    public static IReadOnlyList<Opinion> Mine(LanguagePack pack, SentenceSentiment sentence)
    {
        var tokens = sentence.Tokens;
        var targets = Enumerable.Range(0, tokens.Count).Where(i => IsTarget(pack, sentence, i)).ToList();
        return [.. sentence.Assessments
            .Select((assessment, index) => (Target: TargetOf(pack, tokens, targets, assessment), Index: index))
            .Where(relation => relation.Target >= 0 && !IsNoun(pack, tokens, sentence.Assessments[relation.Index]))
            .GroupBy(relation => relation.Target, relation => relation.Index)
            .OrderBy(opinion => opinion.Key)
            .Select(opinion => new Opinion(opinion.Key, [.. opinion]))];
    }

    // A noun that itself judges ("la cola") can be spoken of only if something else judges it.
    private static bool IsTarget(LanguagePack pack, SentenceSentiment sentence, int token) =>
        sentence.Tokens[token].Kind == TokenKind.Word
        && pack.Targets.Contains(sentence.Tokens[token].Key)
        && !sentence.Assessments.Any(a => a.Count > 1 && token >= a.First && token <= a.Last);

    // "Mucha cola y solo dos cajas" judges, but its "cola" says nothing about the tills.
    private static bool IsNoun(LanguagePack pack, IReadOnlyList<Token> tokens, Assessment assessment) =>
        assessment.Count == 1 && pack.Targets.Contains(tokens[assessment.First].Key);

    private static int TargetOf(LanguagePack pack, IReadOnlyList<Token> tokens, List<int> targets, Assessment assessment)
    {
        var (best, cost) = (-1, double.MaxValue);
        foreach (var target in targets.Where(t => t < assessment.First || t > assessment.Last))
        {
            var (from, to) = target < assessment.First ? (target, assessment.First) : (assessment.Last, target);
            var breaks = Enumerable.Range(from + 1, Math.Max(0, to - from - 1)).Count(i => IsBreak(pack, tokens, i));

            // A noun right behind its adjective wins over the subject before it; beyond a break only what went before counts.
            var price = (to - from) + (breaks * 4) + (target > assessment.Last && to - from > 2 ? 1.5 : 0);
            if (to - from <= Reach && (breaks == 0 || (breaks == 1 && target < assessment.First)) && price < cost)
            {
                (best, cost) = (target, price);
            }
        }

        return best;
    }

    private static bool IsBreak(LanguagePack pack, IReadOnlyList<Token> tokens, int at) =>
        tokens[at].EndsClause
        || (pack.Modifiers.TryGetWord(tokens[at].Key, out var modifier) && modifier is Modifier.Contrast or Modifier.Concession);
}
