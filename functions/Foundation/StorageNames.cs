namespace CxFunctions.Foundation;

/// <summary>Every queue of the app. Storage names: 3 to 63 lower-case letters, digits and single hyphens.</summary>
public static class QueueNames
{
    /// <summary>Intake to Journeys: <c>TransactionsReceived</c>.</summary>
    public const string Transactions = "transactions";

    /// <summary>Responses, Privacy, Channels to Journeys: <c>JourneySignal</c>.</summary>
    public const string JourneySignals = "journey-signals";

    /// <summary>Responses to Sentiment: <c>ResponseSaved</c>, the only place where an unmasked verbatim ever rests.</summary>
    public const string Responses = "responses";

    /// <summary>Sentiment to Alerts: <c>ResponseAnalyzed</c>.</summary>
    public const string AnalyzedResponses = "analyzed-responses";

    /// <summary>Sentiment to itself, with growing delay: <c>AnalysisPostponed</c>.</summary>
    public const string AnalysisRetries = "analysis-retries";

    /// <summary>Journeys and Sentiment to Rollups: <c>FactChanged</c>.</summary>
    public const string Facts = "facts";

    /// <summary>Rollups to Alerts: <c>RollupChanged</c>.</summary>
    public const string ChangedRollups = "changed-rollups";

    /// <summary>Alerts to Cases: <c>CaseRequested</c>.</summary>
    public const string Cases = "cases";

    /// <summary>Alerts and Cases to Channels: <c>ManagerNotice</c>.</summary>
    public const string Notices = "notices";

    /// <summary>Channels to Privacy: <c>OptOutReceived</c>.</summary>
    public const string OptOuts = "opt-outs";

    /// <summary>Channels to itself: <c>WishReceived</c>.</summary>
    public const string Wishes = "wishes";

    public static readonly IReadOnlyList<string> All =
        [Transactions, JourneySignals, Responses, AnalysisRetries, AnalyzedResponses, Facts, ChangedRollups, Cases, Notices, OptOuts, Wishes];

    /// <summary>Where the platform puts what failed for good; it makes the queue when it first needs it.</summary>
    public static string PoisonOf(string queue) => queue + "-poison";
}

/// <summary>Every table of the app, named after what it holds; the slice that writes it stands behind it.</summary>
public static class TableNames
{
    /// <summary>Journeys: contact profile and consent; the claim of the last invitation (quarantine), by contact and by address.</summary>
    public const string Contacts = "Contacts";

    /// <summary>Journeys: one row a transaction, why it was or was not surveyed and what happened since.</summary>
    public const string Ledger = "Ledger";

    /// <summary>Journeys: the ledger by hour, newest first, for pages and exports.</summary>
    public const string LedgerByHour = "LedgerByHour";

    /// <summary>Journeys: token to survey.</summary>
    public const string Invitations = "Invitations";

    /// <summary>Journeys: whom an SMS went to and about which survey, by phone.</summary>
    public const string Phones = "Phones";

    /// <summary>Channels: one row a message, written before it is sent; when a phone was last answered.</summary>
    public const string Sends = "Sends";

    /// <summary>Channels and Sentiment: what the day's messages and AI records cost.</summary>
    public const string Spend = "Spend";

    /// <summary>Channels: notices that wait for a service to come back, by channel, the most urgent first.</summary>
    public const string WaitingNotices = "WaitingNotices";

    /// <summary>Responses: answers, by customer.</summary>
    public const string Responses = "Responses";

    /// <summary>Sentiment: masked verbatims with their analysis, by customer.</summary>
    public const string Verbatims = "Verbatims";

    /// <summary>Sentiment: verbatims by program and day, newest first.</summary>
    public const string VerbatimsByDay = "VerbatimsByDay";

    /// <summary>Rollups: one row a surveyed transaction, by program, touchpoint and hour.</summary>
    public const string Facts = "Facts";

    /// <summary>Rollups: hours whose facts changed since they were last computed.</summary>
    public const string DirtyHours = "DirtyHours";

    /// <summary>Rollups: scores by hour, day and month.</summary>
    public const string Rollups = "Rollups";

    /// <summary>Alerts: raised alerts and throttles.</summary>
    public const string Alerts = "Alerts";

    /// <summary>Cases: closed-loop cases.</summary>
    public const string Cases = "Cases";

    /// <summary>Cases: token to case.</summary>
    public const string CaseLinks = "CaseLinks";

    /// <summary>Cases: open cases by program, the most urgent first.</summary>
    public const string OpenCases = "OpenCases";

    /// <summary>Privacy: addresses and contacts that must not be written to.</summary>
    public const string Suppressions = "Suppressions";

    /// <summary>Dashboard: links that sign in once, sessions that were left, attempts at the staff key.</summary>
    public const string StaffAccess = "StaffAccess";

    /// <summary>Every queue function: why a message failed for good.</summary>
    public const string PoisonReasons = "PoisonReasons";

    public static readonly IReadOnlyList<string> All =
    [
        Contacts, Ledger, LedgerByHour, Invitations, Phones, Sends, Spend, WaitingNotices, Responses, Verbatims, VerbatimsByDay,
        Facts, DirtyHours, Rollups, Alerts, Cases, CaseLinks, OpenCases, Suppressions, StaffAccess, PoisonReasons,
    ];
}
