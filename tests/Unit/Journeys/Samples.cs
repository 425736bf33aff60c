using CxFunctions.Catalog;
using CxFunctions.Contacts;
using CxFunctions.Journeys;
using CxFunctions.Journeys.Ledger;

namespace CxFunctions.Tests.Unit.Journeys;

/// <summary>A program, a contact and an entry to begin with.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = At("2026-11-23T12:00:00-05:00");

    /// <summary>Purchase: 30 minutes of delay, a reminder after 22 hours, by SMS, then e-mail. All of a night at the opening.</summary>
    public static readonly SurveyProgram Retail = WithoutSpread(ProgramFile.Load(Path.Combine(AppContext.BaseDirectory, "Catalog/Programs/retail.json")));

    public static readonly Touchpoint Purchase = Retail.FindTouchpoint("purchase")!;

    public static readonly Contact Ana = new()
    {
        Id = "C-1",
        Name = "Ana",
        Phone = "+51987654321",
        Email = "ana@example.com",
        TimeZone = "America/Lima",
        Consent = new() { Sms = true, Email = true },
    };

    public static readonly LedgerEntry Waiting = new()
    {
        Source = "standard",
        TransactionId = "T-1",
        JourneyId = JourneyIds.Of("standard", "T-1"),
        Program = "retail",
        ProgramVersion = "1",
        Touchpoint = "purchase",
        ContactId = "C-1",
        OccurredAt = Noon,
        ReceivedAt = Noon,
        Reason = LedgerReason.Eligible,
        InviteDueAt = Noon.AddMinutes(30),
        ExpiresAt = Noon.AddHours(48),
    };

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text);

    public static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    private static SurveyProgram WithoutSpread(SurveyProgram program) => program with { WakingHours = program.WakingHours with { Spread = TimeSpan.Zero } };
}
