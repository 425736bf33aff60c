using System.Globalization;
using CxFunctions.Catalog;
using CxFunctions.Foundation;

namespace CxFunctions.Journeys.Decisions;

/// <summary>The instants of one journey. Expiry hangs on the transaction alone: nothing that is sent moves it.</summary>
internal static class JourneyTiming
{
    /// <summary>An invitation must leave at least this much time to answer, or a quarter of the survey's life where that is less: in a trial.</summary>
    public static readonly TimeSpan LeastTimeToAnswer = TimeSpan.FromMinutes(15);

    /// <summary>A reminder so shortly before the end would only annoy.</summary>
    public static readonly TimeSpan LeastTimeAfterReminder = TimeSpan.FromHours(1);

    /// <summary>How long a message that can't go now rests before it is tried again; see <see cref="PostponedTo"/>.</summary>
    public static readonly TimeSpan Postponement = TimeSpan.FromHours(1);

    public static DateTimeOffset ExpiresAt(SurveyProgram program, DateTimeOffset occurredAt) => occurredAt + program.ExpiresAfter;

    public static DateTimeOffset ClosesAt(SurveyProgram program, DateTimeOffset occurredAt) => ExpiresAt(program, occurredAt) + program.Grace;

    /// <summary>
    /// The first instant at or after the delay, and not before <paramref name="now"/>, in waking hours; after a night at the contact's own place in
    /// the morning. Null where it comes too late.
    /// </summary>
    public static DateTimeOffset? InviteAt(SurveyProgram program, Touchpoint touchpoint, TimeZoneInfo zone, string contactId, DateTimeOffset occurredAt, DateTimeOffset now)
    {
        var (hours, lot, due) = (program.WakingHours, LotOf(contactId), occurredAt + touchpoint.Delay);
        var least = program.ExpiresAfter / 4 < LeastTimeToAnswer ? program.ExpiresAfter / 4 : LeastTimeToAnswer;
        var latest = ExpiresAt(program, occurredAt) - least;
        var turn = hours.NextTurn(due, zone, lot, latest);
        var at = turn > now ? turn : hours.NextTurn(now, zone, lot, latest);
        return at <= latest ? at : null;
    }

    /// <summary>When the one reminder goes out, in waking hours; null for none.</summary>
    public static DateTimeOffset? RemindAt(SurveyProgram program, Touchpoint touchpoint, TimeZoneInfo zone, string contactId, DateTimeOffset occurredAt, DateTimeOffset invitedAt)
    {
        if (touchpoint.ReminderAfter is not { } wait)
        {
            return null;
        }
        var latest = ExpiresAt(program, occurredAt) - LeastTimeAfterReminder;
        var at = program.WakingHours.NextTurn(invitedAt + wait, zone, LotOf(contactId), latest);
        return at <= latest ? at : null;
    }

    /// <summary>When a message that can't go now is tried again: what was put off together does not come back together.</summary>
    public static DateTimeOffset PostponedTo(DateTimeOffset now, string journeyId) =>
        now + (Postponement * (0.75 + (0.5 * StableLot.Of(string.Create(CultureInfo.InvariantCulture, $"postponed:{journeyId}:{now.UtcTicks}")))));

    /// <summary>A contact's place in the morning, the same every day and for every program.</summary>
    internal static double LotOf(string contactId) => StableLot.Of("morning:" + contactId);
}
