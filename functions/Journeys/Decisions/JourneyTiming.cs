using CxFunctions.Catalog;

namespace CxFunctions.Journeys.Decisions;

/// <summary>The instants of one journey. Expiry hangs on the transaction alone: nothing that is sent moves it.</summary>
internal static class JourneyTiming
{
    /// <summary>An invitation must leave at least this much time to answer, or a quarter of the survey's life where that is less: in a trial.</summary>
    public static readonly TimeSpan LeastTimeToAnswer = TimeSpan.FromMinutes(15);

    /// <summary>A reminder so shortly before the end would only annoy.</summary>
    public static readonly TimeSpan LeastTimeAfterReminder = TimeSpan.FromHours(1);

    /// <summary>How long a message that can't go now rests before it is tried again.</summary>
    public static readonly TimeSpan Postponement = TimeSpan.FromHours(1);

    public static DateTimeOffset ExpiresAt(SurveyProgram program, DateTimeOffset occurredAt) => occurredAt + program.ExpiresAfter;

    public static DateTimeOffset ClosesAt(SurveyProgram program, DateTimeOffset occurredAt) => ExpiresAt(program, occurredAt) + program.Grace;

    /// <summary>
    /// The first instant at or after the delay, and not before <paramref name="now"/>, in waking hours; null where it comes too late.
    /// </summary>
    public static DateTimeOffset? InviteAt(SurveyProgram program, Touchpoint touchpoint, TimeZoneInfo zone, DateTimeOffset occurredAt, DateTimeOffset now)
    {
        var due = occurredAt + touchpoint.Delay;
        var at = program.WakingHours.NextOpen(due > now ? due : now, zone);
        var least = program.ExpiresAfter / 4 < LeastTimeToAnswer ? program.ExpiresAfter / 4 : LeastTimeToAnswer;
        return at + least <= ExpiresAt(program, occurredAt) ? at : null;
    }

    /// <summary>When the one reminder goes out, in waking hours; null for none.</summary>
    public static DateTimeOffset? RemindAt(SurveyProgram program, Touchpoint touchpoint, TimeZoneInfo zone, DateTimeOffset occurredAt, DateTimeOffset invitedAt)
    {
        if (touchpoint.ReminderAfter is not { } wait)
        {
            return null;
        }
        var at = program.WakingHours.NextOpen(invitedAt + wait, zone);
        return at + LeastTimeAfterReminder <= ExpiresAt(program, occurredAt) ? at : null;
    }
}
