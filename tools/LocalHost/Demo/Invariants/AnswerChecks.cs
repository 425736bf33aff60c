using System.Net;
using CxFunctions.CrmSimulator.Respondents;
using CxFunctions.LocalHost.Demo.Evidence;

namespace CxFunctions.LocalHost.Demo.Invariants;

internal static class AnswerChecks
{
    public static Finding SavedIsStored(DemoEvidence e)
    {
        var saved = e.Acts.Where(act => act.Reply.Saved).ToList();
        return new($"{saved.Count} saves", [.. saved.SelectMany(act => Breaches(e, act))]);
    }

    public static Finding LateIsRefused(DemoEvidence e)
    {
        var late = e.Acts.Where(act => act.Kind == ActKind.AnswerTooLate).ToList();
        return new(
            $"{late.Count} answers that came too late",
            [.. late.Where(act => act.Reply.Status != HttpStatusCode.Gone || (e.Invitations.TryGetValue(act.Token, out var i) && e.Responses.ContainsKey(i.JourneyId)))
                .Select(act => $"{act.Key[^16..]}: answered {(int)act.Reply.Status}")]);
    }

    private static IEnumerable<string> Breaches(DemoEvidence e, Acted act)
    {
        if (!e.Invitations.TryGetValue(act.Token, out var invitation) || !e.Responses.TryGetValue(invitation.JourneyId, out var stored))
        {
            yield return $"{invitation?.TransactionId ?? "an unknown survey"}: nothing is stored";
            yield break;
        }
        foreach (var (metric, score) in act.Reply.Scores)
        {
            if (!stored.Scores.Any(s => string.Equals($"{s.Key}", metric, StringComparison.OrdinalIgnoreCase) && s.Value == score))
            {
                yield return $"{invitation.TransactionId}: {metric} is not stored as given";
            }
        }
        if (act.Reply.Complete && !stored.Complete)
        {
            yield return $"{invitation.TransactionId}: stored as unfinished";
        }
        if (act.Reply.Words is { } words && !e.Verbatims.Any(v => v.JourneyId == invitation.JourneyId && IsMaskedFormOf(v.Text, words)))
        {
            yield return $"{invitation.TransactionId}: its words are not stored";
        }
    }

    /// <summary>The same words, with asterisks in some places.</summary>
    internal static bool IsMaskedFormOf(string stored, string given) =>
        stored.Length == given.Length && stored.Zip(given).All(pair => pair.First == pair.Second || pair.First == '*');
}
