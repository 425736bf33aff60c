using CxFunctions.CrmSimulator.Traffic;

namespace CxFunctions.CrmSimulator.Respondents;

/// <summary>What a person thinks of what happened.</summary>
/// <param name="Satisfaction">0 (furious) up to, but not including, 1 (delighted); every scale is read off it.</param>
/// <param name="Words">The verbatim, in the person's language; null where they have nothing to add.</param>
public sealed record Opinion(double Satisfaction, string? Words)
{
    /// <summary>The value on a scale from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public int ScoreOn(int min, int max) => Math.Clamp(min + (int)Math.Floor(Satisfaction * (max - min + 1)), min, max);

    /// <param name="seed">Of the run.</param>
    /// <param name="transaction">What happened.</param>
    /// <param name="badDay">Whether the company had a bad day: its troubled place is visibly worse then, and drags the others along.</param>
    public static Opinion Of(int seed, CrmTransaction transaction, bool badDay)
    {
        var chance = Chance.Of(seed, "opinion", transaction.Id);
        var troubled = transaction.Place == Company.Of(transaction.Program).TroubledPlace;
        var (furious, middling) = (troubled, badDay) switch
        {
            (true, true) => (0.80, 0.12),
            (true, false) => (0.30, 0.25),
            (false, true) => (0.36, 0.24),
            (false, false) => (0.07, 0.18),
        };
        var mood = chance.Next();
        var (tone, satisfaction) = mood < furious ? (Tone.Bad, chance.Next() * 0.55)
            : mood < furious + middling ? (Tone.Middling, 0.64 + (chance.Next() * 0.17))
            : (Tone.Good, 0.82 + (chance.Next() * 0.179));
        // The angry write more often than the content.
        var writes = chance.Happens(tone == Tone.Bad ? 0.85 : 0.6);
        return new Opinion(satisfaction, writes ? Verbatims.Write(chance, transaction.Person, transaction.Touchpoint, tone) : null);
    }
}
