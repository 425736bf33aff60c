using System.Globalization;
using CxFunctions.Catalog;
using CxFunctions.Channels.Sms;
using CxFunctions.Messages;

namespace CxFunctions.Cases;

/// <summary>How the case page says things.</summary>
internal static class CaseWords
{
    /// <summary>23 Nov 2026, 15:00; the page names the zone.</summary>
    public static string At(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public static string Late(DateTimeOffset by, DateTimeOffset? done, DateTimeOffset now) => (done ?? now) > by ? " (late)" : "";

    public static string Metric(QuestionKind metric) => metric switch
    {
        QuestionKind.Nps => "likelihood to recommend (NPS)",
        QuestionKind.Csat => "satisfaction (CSAT)",
        _ => "ease (CES)",
    };

    public static string Language(string locale) => locale switch
    {
        "es" => "Spanish",
        "pt" => "Portuguese",
        _ => "English",
    };

    /// <summary>The class of the state's mark; the word beside it says the same.</summary>
    public static string Tone(CaseState state) => state switch
    {
        CaseState.Open => "bad",
        CaseState.Acknowledged => "warn",
        _ => "good",
    };

    public static string Outcome(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Settled => "Reached the customer, settled",
        CaseOutcome.CauseRemoved => "Removed the cause",
        CaseOutcome.NotReached => "Could not reach the customer",
        _ => "Nothing to be done",
    };

    public static string Event(CaseEventKind what) => what == CaseEventKind.WordBack ? "Word back" : what.ToString();

    /// <summary>Who was first, in one sentence.</summary>
    public static string First(CaseModel model)
    {
        var last = model.Timeline.LastOrDefault(e => e.What is CaseEventKind.Acknowledged or CaseEventKind.Assigned or CaseEventKind.Resolved);
        var (did, at) = (last?.What switch { CaseEventKind.Resolved => "closed this case", CaseEventKind.Assigned => "handed this case over", _ => "picked this case up" }, last is null ? "" : $", at {At(last.At, model.Case.Zone)}");
        return $"{last?.Who ?? model.Case.Owner} {did} before you{at}.{(model.Case is { IsOpen: true, Owner: { } owner } ? $" It is with {owner}." : "")}";
    }

    /// <summary>What becomes of the words for the customer once they are sent off.</summary>
    public static string Hindrance(SendOutcome? hindrance) => hindrance?.Reason switch
    {
        null => "It goes out as soon as you send it.",
        "quiet-hours" => "The customer is asleep: it goes out at the next waking hour there.",
        "budget-spent" => "Today's budget for messages is spent: it goes out once there is a new one, after midnight UTC.",
        "suppressed" => "The customer asked not to be written to: it will not be sent.",
        "contact-erased" => "The customer's data were erased: it will not be sent.",
        "no-consent" => "The customer has not agreed to be written to this way: it will not be sent.",
        "no-address" => "There is no address for this way: it will not be sent.",
        "address-unreachable" => "The address does not exist any more: it will not be sent.",
        var other => $"It can't be sent now ({other}).",
    };

    public static bool WillBeSent(SendOutcome? hindrance) => hindrance is null or { Result: SendResult.Postponed };

    /// <summary>Segments are what an SMS is billed by.</summary>
    public static string Cost(SmsSegments segments) => string.Create(
        CultureInfo.InvariantCulture, $"{segments.Units} characters, {segments.Count} {(segments.Count == 1 ? "segment" : "segments")} of SMS");

    /// <summary>Characters that make the whole SMS dearer; empty where none does.</summary>
    public static string Dear(string text) => string.Join(' ', text.EnumerateRunes().Select(r => r.ToString()).Where(c => !SmsSegments.Of(c).IsGsm).Distinct().Take(12));

    public static string WordBack(WordBackState state) => state switch
    {
        WordBackState.Sent => "The customer was told:",
        WordBackState.Waiting => "The customer will be told, in waking hours:",
        _ => "The customer could not be told (the timeline says why):",
    };

    public static string Capitalised(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
