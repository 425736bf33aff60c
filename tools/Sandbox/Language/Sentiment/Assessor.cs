using CxFunctions.Sandbox.Language.Text;

namespace CxFunctions.Sandbox.Language.Sentiment;

/// <summary>Finds what judges in a sentence, and how each is meant where it stands.</summary>
internal static class Assessor
{
    private const int NegationReach = 4;
    private const int RepairReach = 6;

    private static readonly HashSet<string> And = ["y", "e", "o", "ou", "u", "and", "or", "ni", "nem"];

    // "Not only kind" denies nothing.
    private static readonly HashSet<string> Only = ["solo", "solamente", "so", "somente", "apenas", "only", "just"];

    private static readonly HashSet<string> Never = ["nunca", "jamas", "jamais", "never"];
    private static readonly HashSet<string> So = ["tan", "tao", "so", "such"];

    public static IReadOnlyList<Assessment> Assess(LanguagePack pack, IReadOnlyList<Token> tokens)
    {
        var found = Find(pack, tokens);
        var modifiers = Modifiers(pack, tokens, found);
        var assessed = new List<Assessment>(found.Count);
        foreach (var hit in found)
        {
            var negated = IsNegated(tokens, modifiers, hit, assessed.LastOrDefault());
            assessed.Add(hit with { IsNegated = negated, Value = Value(tokens, modifiers, hit, negated) });
        }

        return Repair(pack, tokens, assessed).Where(a => a.Value != 0).ToList();
    }

    private static List<Assessment> Find(LanguagePack pack, IReadOnlyList<Token> tokens)
    {
        var found = new List<Assessment>();
        for (var i = 0; i < tokens.Count;)
        {
            var count = Grades.Match(tokens, i, out var value);
            count = count > 0 ? count : Valences.Match(pack, tokens, i, out value);
            if (count > 0)
            {
                found.Add(new(i, count, value, value, false));
            }

            i += Math.Max(count, 1);
        }

        // "Bien lento", "pretty bad": right before another assessment such a word only boosts it.
        found.RemoveAll(hit => hit.Count == 1
            && pack.Modifiers.TryGetWord(tokens[hit.First].Key, out var modifier) && modifier == Modifier.Booster
            && found.Exists(next => next.First == hit.First + 1));
        return found;
    }

    // One modifier a token; a phrase that judges keeps its own words ("no sirve" is not denied by its "no").
    private static Modifier[] Modifiers(LanguagePack pack, IReadOnlyList<Token> tokens, List<Assessment> found)
    {
        var modifiers = new Modifier[tokens.Count];
        var taken = found.SelectMany(hit => Enumerable.Range(hit.First, hit.Count)).ToHashSet();
        for (var i = 0; i < tokens.Count;)
        {
            var count = taken.Contains(i) ? 0 : pack.Modifiers.Match(tokens, i, out modifiers[i]);
            if (modifiers[i] == Modifier.Negator && i + 1 < tokens.Count && Only.Contains(tokens[i + 1].Key))
            {
                modifiers[i] = Modifier.None;
            }

            i += Math.Max(count, 1);
        }

        return modifiers;
    }

    private static bool IsNegated(IReadOnlyList<Token> tokens, Modifier[] modifiers, Assessment hit, Assessment? previous)
    {
        for (var i = hit.First - 1; i >= 0 && hit.First - i <= NegationReach; i--)
        {
            if (previous is not null && i <= previous.Last)
            {
                // A negator is used up by the first assessment after it, except in "no fue amable y rápido";
                // in "poco amable y demorado" the second is said outright.
                return previous.IsNegated && Math.Sign(previous.Base) == Math.Sign(hit.Base) && Enumerable.Range(previous.Last + 1, hit.First - previous.Last - 1)
                    .All(between => And.Contains(tokens[between].Key) || modifiers[between] == Modifier.Booster)
                    && hit.First - previous.Last > 1;
            }

            if (tokens[i].EndsClause || modifiers[i] is Modifier.Contrast or Modifier.Concession)
            {
                return false;
            }

            if (modifiers[i] == Modifier.Negator)
            {
                // "Nunca vi un trato tan malo" denies that there was ever worse.
                return !(Never.Contains(tokens[i].Key) && So.Contains(tokens[hit.First - 1].Key));
            }
        }

        return false;
    }

    private static double Value(IReadOnlyList<Token> tokens, Modifier[] modifiers, Assessment hit, bool negated)
    {
        var value = hit.Base;
        for (var i = hit.First - 1; i >= Math.Max(0, hit.First - 2) && !tokens[i].EndsClause; i--)
        {
            value *= modifiers[i] switch { Modifier.Booster when !negated => 1.3, Modifier.Damper => 0.6, _ => 1 };
        }

        // Romance adverbs of degree may follow: "me gustó mucho", "gostei demais".
        if (hit.Last + 1 < tokens.Count && modifiers[hit.Last + 1] == Modifier.Booster && !negated)
        {
            value *= 1.2;
        }

        var word = tokens[hit.First].Text;
        if (hit.Count == 1 && word.Length > 2 && word.All(char.IsUpper) && tokens.Any(t => t.Text.Any(char.IsLower)))
        {
            value *= 1.2;
        }

        // Denied praise is blame; denied blame is only faint praise.
        return !negated ? value : value > 0 ? -0.9 * value : -0.6 * value;
    }

    // "Resolvieron mi problema": a trouble that was solved is no complaint.
    private static IEnumerable<Assessment> Repair(LanguagePack pack, IReadOnlyList<Token> tokens, List<Assessment> assessed)
    {
        var solvers = assessed.Where(a => RoleOf(pack, tokens, a) == Modifier.Solver && !a.IsNegated).ToList();
        return assessed.Select(a =>
            RoleOf(pack, tokens, a) == Modifier.Trouble && !a.IsNegated && solvers.Exists(s => Math.Abs(s.First - a.First) <= RepairReach)
                ? a with { Value = 0 }
                : a);
    }

    private static Modifier RoleOf(LanguagePack pack, IReadOnlyList<Token> tokens, Assessment assessment) =>
        assessment.Count == 1 && pack.Repairs.TryGetWord(tokens[assessment.First].Key, out var role) ? role : Modifier.None;
}
