using CxFunctions.Catalog;
using Microsoft.DurableTask;

namespace CxFunctions.Journeys;

/// <summary>
/// The course of one journey: wait until the invitation is due, invite, follow what comes of it, and where a channel did not deliver
/// begin again with the next.
/// </summary>
internal sealed partial class SurveyCourse(TaskOrchestrationContext context, SurveyJourneyInput input)
{
    private readonly SignalInbox _inbox = new(context);
    private readonly List<Channel> _failed = [];
    private bool _started;

    private DateTimeOffset Now => new(context.CurrentUtcDateTime, TimeSpan.Zero);

    public async Task<JourneyEnding> RunAsync()
    {
        for (var dueAt = input.InviteAt; ;)
        {
            if (await WaitAsync(dueAt) is { } early)
            {
                return early;
            }
            var step = _started ? InviteStep.None : await InviteAsync();
            if (step.Ending is { } stopped)
            {
                return stopped;
            }
            if (step.RetryAt is { } later)
            {
                dueAt = later;
                continue;
            }
            if (await FollowAsync(step.Sent) is { } ending)
            {
                return ending;
            }
            _failed.Add(step.Sent!.Channel);
            dueAt = Now;
        }
    }

    /// <summary>Sleeps until the invitation is due; returns early where there is nothing to invite to any more.</summary>
    private async Task<JourneyEnding?> WaitAsync(DateTimeOffset dueAt)
    {
        while (!_started && await _inbox.NextUntilAsync(dueAt) is { } signal)
        {
            if (EndOf(signal) is { } ending)
            {
                return ending;
            }
            await NoteAsync(signal);
        }
        return null;
    }

    private JourneyEnding? EndOf(JourneySignal signal) => JourneyEnds.Of(signal.Kind) is { } end ? Ending(end, detail: signal.Detail) : null;

    /// <summary>Signals that move the journey on without ending it.</summary>
    private async Task NoteAsync(JourneySignal signal)
    {
        if (signal.Kind == JourneySignalKind.Started && !_started)
        {
            _started = true;
            await RecordAsync(JourneyStep.Started, signal.At);
        }
        else if (signal.Kind == JourneySignalKind.Delivered)
        {
            await RecordAsync(JourneyStep.Delivered, signal.At);
        }
    }

    private Task RecordAsync(JourneyStep step, DateTimeOffset at, Channel? channel = null) =>
        context.CallActivityAsync(nameof(RecordProgress), new JourneyProgress(input.JourneyId, step, at, channel), ActivityRetry.Patient);

    private JourneyEnding Ending(JourneyEnd end, LedgerReason? reason = null, string? detail = null) => new(input.JourneyId, end, Now, reason, detail);
}
