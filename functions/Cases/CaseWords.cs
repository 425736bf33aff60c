using System.Globalization;
using CxFunctions.Catalog;

namespace CxFunctions.Cases;

/// <summary>How the case page says things.</summary>
internal static class CaseWords
{
    public static string At(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

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

    public static string WordBack(WordBackState state) => state switch
    {
        WordBackState.Sent => "The customer was told:",
        WordBackState.Waiting => "The customer will be told, in waking hours:",
        _ => "The customer could not be told (the timeline says why):",
    };

    public static string Capitalised(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
