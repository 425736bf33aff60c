using System.Text.Json;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Responses;

/// <summary>What came of a save.</summary>
/// <param name="State">Open or answered where it was saved; anything else says why not.</param>
/// <param name="Response">What is stored now; null where nothing was saved.</param>
public sealed record SaveOutcome(SurveyState State, StoredResponse? Response);

/// <summary>
/// Saves answers: the ledger learns of the start, the table has the scores, the queue has all of it; only then it is saved.
/// Any step may fail, and the same call again repairs it: nothing is sent under a revision that is not stored, and what
/// is stored already is announced again.
/// </summary>
public sealed class AnswerRecorder(SurveyVisits visits, ResponseStore responses, QueueSender queues, TimeProvider time)
{
    /// <param name="token">Well-formed or not.</param>
    /// <param name="visit">As read when the answers were checked.</param>
    /// <param name="submission">Checked answers.</param>
    /// <param name="sendOff">Whether the respondent pressed send.</param>
    /// <param name="locale">es, en or pt: of the page.</param>
    /// <param name="cancellationToken">Gives up; what is saved is then unknown.</param>
    /// <exception cref="Azure.RequestFailedException">Storage refused: it is not saved.</exception>
    public Task<SaveOutcome> SaveAsync(string token, SurveyVisit visit, Submission submission, bool sendOff, string locale, CancellationToken cancellationToken)
    {
        SurveyVisit? last = visit;
        return ContendedWrite.RunAsync(
            async () =>
            {
                var now = last ?? await visits.OpenAsync(token, cancellationToken);
                last = null;
                return await SaveAsync(now, submission, sendOff, locale, cancellationToken);
            },
            cancellationToken);
    }

    private async Task<SaveOutcome> SaveAsync(SurveyVisit visit, Submission submission, bool sendOff, string locale, CancellationToken cancellationToken)
    {
        var repeated = visit.State == SurveyState.Answered && ResponseRules.Holds(visit, submission);
        if (visit.State != SurveyState.Open && !repeated)
        {
            return new(visit.State, null);
        }
        var next = ResponseRules.Merge(visit, submission, sendOff, locale, time.GetUtcNow());
        if (visit.Stored is null && !next.Complete)
        {
            // Before the row: whoever finds the row may rely on the ledger hearing of it. A whole answer says that it was started, too.
            await SignalAsync(visit, JourneySignalKind.Started, next.StartedAt, cancellationToken);
        }
        if (!ReferenceEquals(next, visit.Stored))
        {
            await responses.WriteAsync(visit.Stored, next, cancellationToken);
        }
        await AnnounceAsync(visit, next, submission, cancellationToken);
        return new(next.Complete ? SurveyState.Answered : SurveyState.Open, next);
    }

    /// <summary>Whether the answers fit the queue that must carry them.</summary>
    public static bool Fits(SurveyVisit visit, Submission submission) =>
        JsonSerializer.SerializeToUtf8Bytes(submission.Verbatims, CxJson.Lenient).Length
        + JsonSerializer.SerializeToUtf8Bytes(visit.Invitation, CxJson.Lenient).Length < QueueSender.MaxBytes - 2048;

    private async Task AnnounceAsync(SurveyVisit visit, StoredResponse r, Submission submission, CancellationToken cancellationToken)
    {
        var saved = new ResponseSaved(
            ResponseSaved.CurrentVersion, r.Ref, r.Revision, r.Program, r.Touchpoint, r.Channel, r.Locale,
            r.Dimensions, r.Scores, submission.Verbatims, r.Complete, r.SavedAt);
        await queues.SendAsync(QueueNames.Responses, saved, cancellationToken: cancellationToken);
        if (r.Complete)
        {
            await SignalAsync(visit, JourneySignalKind.Answered, r.SavedAt, cancellationToken);
        }
    }

    private Task SignalAsync(SurveyVisit visit, JourneySignalKind kind, DateTimeOffset at, CancellationToken cancellationToken) =>
        queues.SendAsync(
            QueueNames.JourneySignals,
            new JourneySignal(JourneySignal.CurrentVersion, visit.Invitation!.JourneyId, kind, at),
            cancellationToken: cancellationToken);
}
