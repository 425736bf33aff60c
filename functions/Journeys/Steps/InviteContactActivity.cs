using CxFunctions.Catalog;
using CxFunctions.Contacts;
using CxFunctions.Contacts.Claims;
using CxFunctions.Journeys.Decisions;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Journeys.Orchestration;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Journeys.Steps;

/// <summary>
/// The invitation as one step: decide against live state, claim the contact, make the link, send, write it down. Idempotent by journey; why a crash
/// between any two writes does no harm stands in the folder's README.md.
/// </summary>
internal sealed class InviteContactActivity(
    ProgramCatalog catalog, LiveState live, ContactStore contacts, SurveyMessages messages, LedgerStore ledger, JourneyEnding ending, JourneyFacts facts, ILogger<InviteContactActivity> log)
{
    /// <summary>Stands in histories: never to be changed.</summary>
    public const string Name = "InviteContact";

    [Function(Name)]
    public async Task<JourneyNext> RunAsync([ActivityTrigger] JourneyLook look, CancellationToken cancellationToken)
    {
        var entry = await live.EntryAsync(look.JourneyId, cancellationToken);
        if (live.NextOf(entry) is { Step: not NextStep.Invite } next)
        {
            return await SettledAsync(entry, next, cancellationToken);
        }
        var seen = await live.OfAsync(entry, cancellationToken);
        if (catalog.Find(entry.Program) is not { } program)
        {
            return await StopAsync(seen, LedgerReason.UnknownProgram, null, cancellationToken);
        }
        return program.FindTouchpoint(entry.Touchpoint) is { } touchpoint
            ? await InviteAsync(program, touchpoint, seen, cancellationToken)
            : await StopAsync(seen, LedgerReason.UnknownTouchpoint, null, cancellationToken);
    }

    /// <summary>By the touchpoint's channels, one after the other, until one takes it.</summary>
    private async Task<JourneyNext> InviteAsync(SurveyProgram program, Touchpoint touchpoint, LiveFacts seen, CancellationToken cancellationToken)
    {
        while (true)
        {
            var decision = InvitationRules.DecideInvitation(program, touchpoint, seen);
            switch (decision.Verdict)
            {
                case InvitationVerdict.Wait:
                    return await WaitAsync(seen, decision.WaitUntil!.Value, cancellationToken);
                case InvitationVerdict.Stop:
                    return await StopAsync(seen, decision.Reason!.Value, null, cancellationToken);
            }
            if (!await contacts.ClaimAsync(seen.Seen!, new InvitationClaim(seen.Entry.JourneyId, seen.Now), program.Quarantine, cancellationToken))
            {
                return await StopAsync(seen, LedgerReason.Quarantined, null, cancellationToken);
            }
            var channel = decision.Channel!.Value;
            var outcome = await messages.InviteAsync(seen, program, channel, MayHaveTried(seen), cancellationToken);
            switch (outcome.Result)
            {
                case SendResult.Sent:
                    return await InvitedAsync(program, touchpoint, seen, channel, cancellationToken);
                case SendResult.Failed:
                    seen = seen with { Refused = [.. seen.Refused, channel] };
                    continue;
                case SendResult.Postponed when JourneyTiming.PostponedTo(seen.Now, seen.Entry.JourneyId) is var later && later < seen.Entry.ExpiresAt:
                    return await WaitAsync(seen, later, cancellationToken);
                case SendResult.Withheld when seen.Now < seen.Entry.ExpiresAt:
                    return await StopAsync(seen, LedgerReason.Suppressed, outcome.Reason, cancellationToken);
                default:
                    return await StopAsync(seen, LedgerReason.TooOld, outcome.Reason, cancellationToken);
            }
        }
    }

    private async Task<JourneyNext> InvitedAsync(SurveyProgram program, Touchpoint touchpoint, LiveFacts seen, Channel channel, CancellationToken cancellationToken)
    {
        var remindAt = JourneyTiming.RemindAt(program, touchpoint, program.ZoneOf(seen.Contact!.TimeZone), seen.Contact.Id, seen.Entry.OccurredAt, seen.Now);
        var entry = await ledger.ChangeAsync(
            seen.Entry, e => LedgerTransitions.Invited(Refused(e, seen), seen.Now, channel, remindAt), cancellationToken);
        JourneysLog.Advanced(log, entry.JourneyId, JourneyStep.Invited);
        await facts.TellAsync(entry, [FieldworkStage.Invited], cancellationToken);
        if (entry.End is not null && await contacts.LookAsync(entry.ContactId, cancellationToken) is { } contact)
        {
            // It was taken back, and the contact freed, in the very moment in which the message left: asked is asked.
            await contacts.ClaimAsync(contact, new InvitationClaim(entry.JourneyId, seen.Now), program.Quarantine, cancellationToken);
        }
        return live.NextOf(entry);
    }

    /// <summary>Called again after the last word was written: Rollups may not have heard it yet.</summary>
    private async Task<JourneyNext> SettledAsync(LedgerEntry entry, JourneyNext next, CancellationToken cancellationToken)
    {
        if (entry.InvitedAt is not null)
        {
            await facts.TellAsync(entry, [FieldworkStage.Invited], cancellationToken);
        }
        return next;
    }

    private async Task<JourneyNext> WaitAsync(LiveFacts seen, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await ledger.ChangeAsync(seen.Entry, e => Refused(e, seen) with { InviteDueAt = until }, cancellationToken);
        return new JourneyNext(NextStep.Invite, until);
    }

    private Task<JourneyNext> StopAsync(LiveFacts seen, LedgerReason reason, string? detail, CancellationToken cancellationToken) =>
        ending.StopAsync(seen.Entry, reason, seen.Refused, seen.Now, detail, cancellationToken);

    private static LedgerEntry Refused(LedgerEntry entry, LiveFacts seen) =>
        seen.Refused.Aggregate(entry, (e, channel) => LedgerTransitions.Apply(e, JourneyStep.NotDelivered, seen.Now, channel));

    /// <summary>Only who holds the claim can have sent anything; and a journey that was taken up again may have given it back.</summary>
    private static bool MayHaveTried(LiveFacts seen) => seen.Seen!.Claim?.JourneyId == seen.Entry.JourneyId || seen.Entry.Generation > 0;
}
