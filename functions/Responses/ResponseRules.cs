using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CxFunctions.Catalog;

namespace CxFunctions.Responses;

/// <summary>How a save changes what is stored.</summary>
internal static class ResponseRules
{
    /// <returns>The next revision, or <see cref="SurveyVisit.Stored"/> itself where nothing changed.</returns>
    public static StoredResponse Merge(SurveyVisit visit, Submission submission, bool sendOff, string locale, DateTimeOffset now)
    {
        var (stored, invitation) = (visit.Stored, visit.Invitation!);
        var scores = Merge(stored?.Scores, submission.Scores);
        var prints = Merge(stored?.VerbatimPrints, submission.Verbatims.ToDictionary(v => v.Key, v => PrintOf(invitation.JourneyId, invitation.Token, v.Value)));
        var complete = stored is { Complete: true } || (sendOff && Missing(visit.Questionnaire, scores, prints).Count == 0);
        if (stored is not null && Same(stored.Scores, scores) && Same(stored.VerbatimPrints, prints) && stored.Complete == complete)
        {
            return stored;
        }
        return new StoredResponse
        {
            Ref = visit.Ref,
            Revision = (stored?.Revision ?? 0) + 1,
            Source = invitation.Source,
            TransactionId = invitation.TransactionId,
            Program = invitation.Program,
            Touchpoint = invitation.Touchpoint,
            Channel = invitation.Channel,
            Locale = locale,
            Dimensions = invitation.Dimensions,
            Scores = scores,
            VerbatimPrints = prints,
            Complete = complete,
            StartedAt = stored?.StartedAt ?? now,
            SavedAt = now,
        };
    }

    /// <summary>Required questions without an answer, in the order of the page.</summary>
    public static IReadOnlyList<Question> Missing(Questionnaire questionnaire, IReadOnlyDictionary<QuestionKind, int> scores, IReadOnlyDictionary<string, string> verbatims) =>
        [.. questionnaire.Questions.Where(q => q.IsRequired && !(q.Scale is null ? verbatims.ContainsKey(q.Id) : scores.ContainsKey(q.Kind)))];

    /// <summary>Whether the stored response already says all of this.</summary>
    public static bool Holds(SurveyVisit visit, Submission submission) =>
        visit.Stored is { } stored && ReferenceEquals(Merge(visit, submission, sendOff: stored.Complete, stored.Locale, stored.SavedAt), stored);

    /// <summary>Keyed with the link's secret: short words could be guessed from a bare hash.</summary>
    internal static string PrintOf(string journeyId, string token, string words) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(journeyId + "\n" + words)).AsSpan(0, 16));

    private static Dictionary<TKey, TValue> Merge<TKey, TValue>(IReadOnlyDictionary<TKey, TValue>? before, IReadOnlyDictionary<TKey, TValue> news)
        where TKey : notnull
    {
        var merged = new Dictionary<TKey, TValue>(before ?? new Dictionary<TKey, TValue>());
        foreach (var (key, value) in news)
        {
            merged[key] = value;
        }
        return merged;
    }

    private static bool Same<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> a, IReadOnlyDictionary<TKey, TValue> b)
        where TKey : notnull => a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var other) && Equals(pair.Value, other));
}
