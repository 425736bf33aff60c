using CxFunctions.Sandbox.Language.Text;

namespace CxFunctions.Sandbox.Language.Sentiment;

/// <summary>One sentence, judged.</summary>
internal sealed record SentenceSentiment(
    Sentence Sentence,
    IReadOnlyList<Token> Tokens,
    IReadOnlyList<Assessment> Assessments,
    Scores Scores)
{
    private const double Outweighed = 0.75;
    private const double Outweighing = 1.15;

    public static SentenceSentiment Judge(LanguagePack pack, string text, Sentence sentence)
    {
        var tokens = Tokenizer.Tokens(text, sentence.Start, sentence.End);
        var assessments = Assessor.Assess(pack, tokens);
        var weights = Weights(pack, tokens);
        var emphasis = tokens.Any(t => t.Text == "!") ? 1.1 : 1;
        double positive = 0, negative = 0;
        foreach (var assessment in assessments)
        {
            var value = assessment.Value * weights[assessment.First] * emphasis;
            positive += Math.Max(0, value);
            negative += Math.Max(0, -value);
        }

        return new(sentence, tokens, assessments, Scores.Of(positive, negative));
    }

    // "A, but B": B is the point. "Although A, B": B is the point too.
    private static double[] Weights(LanguagePack pack, IReadOnlyList<Token> tokens)
    {
        var weights = new double[tokens.Count];
        Array.Fill(weights, 1);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (pack.Modifiers.Match(tokens, i, out var modifier) == 0)
            {
                continue;
            }

            if (modifier == Modifier.Contrast)
            {
                weights.AsSpan(0, i).Fill(Outweighed);
                weights.AsSpan(i).Fill(Outweighing);
            }
            else if (modifier == Modifier.Concession)
            {
                for (var j = i; j < tokens.Count && !tokens[j].EndsClause; j++)
                {
                    weights[j] = Outweighed;
                }
            }
        }

        return weights;
    }
}
