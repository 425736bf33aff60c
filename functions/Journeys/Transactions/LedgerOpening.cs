using CxFunctions.Catalog;
using CxFunctions.Contacts;
using CxFunctions.Journeys.Decisions;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;

namespace CxFunctions.Journeys.Transactions;

/// <summary>The first entry of a transaction in the ledger.</summary>
internal static class LedgerOpening
{
    /// <summary>Longest value of a dimension, in characters: it names a line of a breakdown and stands in the subjects of notices.</summary>
    public const int LongestValue = 100;

    public static LedgerEntry Of(TransactionsReceived message, Transaction transaction) => new()
    {
        Source = message.Source,
        TransactionId = transaction.Id,
        JourneyId = JourneyIds.Of(message.Source, transaction.Id),
        Program = transaction.Program,
        ProgramVersion = "",
        Touchpoint = transaction.Touchpoint,
        ContactId = transaction.Contact.Id,
        OccurredAt = transaction.OccurredAt.ToUniversalTime(),
        ReceivedAt = message.ReceivedAt,
        Reason = LedgerReason.UnknownProgram,
        Unusable = transaction.Contact.Unusable ?? [],
    };

    /// <summary>Of a transaction that broke a rule; where it happened at no time that can be believed, it happened when it came.</summary>
    /// <param name="message">That brought it.</param>
    /// <param name="refused">What is known of it.</param>
    /// <param name="program">That it names; null where there is no such program.</param>
    public static LedgerEntry Refused(TransactionsReceived message, RefusedTransaction refused, SurveyProgram? program) => new()
    {
        Source = message.Source,
        TransactionId = refused.Id,
        JourneyId = JourneyIds.Of(message.Source, refused.Id),
        Program = refused.Program ?? "",
        ProgramVersion = program?.Version ?? "",
        Touchpoint = refused.Touchpoint ?? "",
        ContactId = refused.ContactId ?? "",
        OccurredAt = refused.OccurredAt?.ToUniversalTime() ?? message.ReceivedAt,
        ReceivedAt = message.ReceivedAt,
        Reason = LedgerReason.Refused,
        Detail = refused.Rule,
    };

    public static LedgerEntry Decided(
        LedgerEntry entry, Transaction transaction, SurveyProgram program, Touchpoint touchpoint, Contact contact, LedgerReason reason, DateTimeOffset now)
    {
        var isEligible = reason == LedgerReason.Eligible;
        return entry with
        {
            ProgramVersion = program.Version,
            Dimensions = program.Dimensions.Where(transaction.Attributes.ContainsKey).ToDictionary(d => d, d => Shorten(transaction.Attributes[d])),
            Reason = reason,
            Detail = ReachRules.Remark(touchpoint.Channels, contact),
            InviteDueAt = isEligible
                ? JourneyTiming.InviteAt(program, touchpoint, program.ZoneOf(contact.TimeZone), contact.Id, entry.OccurredAt, now)
                : null,
            ExpiresAt = isEligible ? JourneyTiming.ExpiresAt(program, entry.OccurredAt) : null,
        };
    }

    private static string Shorten(string value) =>
        value.Length <= LongestValue ? value : value[..(char.IsHighSurrogate(value[LongestValue - 1]) ? LongestValue - 1 : LongestValue)];
}
