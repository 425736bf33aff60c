using CxFunctions.Cases;
using CxFunctions.Catalog;
using CxFunctions.CrmSimulator.People;
using CxFunctions.CrmSimulator.Respondents;
using CxFunctions.Invitations;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Journeys.Steps;
using CxFunctions.Responses;
using CxFunctions.Rollups;

namespace CxFunctions.LocalHost.Demo.Evidence;

/// <summary>All that is known of a demo day when it is over.</summary>
internal sealed record DemoEvidence
{
    /// <summary>On the host's clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>See <see cref="DemoWorld.RealSecond"/>.</summary>
    public required TimeSpan RealSecond { get; init; }

    public required ProgramCatalog Catalog { get; init; }

    /// <summary>Transactions whose webhook was answered 202; each once.</summary>
    public required IReadOnlyList<AcceptedTransaction> Accepted { get; init; }

    /// <summary>By journey id.</summary>
    public required IReadOnlyDictionary<string, LedgerEntry> Ledger { get; init; }

    /// <summary>All that the app sent on this day, in order.</summary>
    public required IReadOnlyList<SandboxMessage> Messages { get; init; }

    /// <summary>By token.</summary>
    public required IReadOnlyDictionary<string, SurveyInvitation> Invitations { get; init; }

    /// <summary>By contact id.</summary>
    public required IReadOnlyDictionary<string, Person> People { get; init; }

    public required IReadOnlyList<Acted> Acts { get; init; }

    public required IReadOnlyList<OptOut> OptOuts { get; init; }

    /// <summary>Every answer in the store, by journey id.</summary>
    public required IReadOnlyDictionary<string, StoredResponse> Responses { get; init; }

    public required IReadOnlyList<StoredVerbatim> Verbatims { get; init; }

    /// <summary>Texts of respondents in every table that may hold any.</summary>
    public required IReadOnlyList<StoredText> StoredWords { get; init; }

    /// <summary>Without breakdown, of each touchpoint and of all together.</summary>
    public required IReadOnlyList<Rollup> Hours { get; init; }

    public required IReadOnlyList<Rollup> Days { get; init; }

    public required IReadOnlyList<Case> Cases { get; init; }

    /// <summary>Orchestrations that ended by an error.</summary>
    public required IReadOnlyList<string> FailedInstances { get; init; }

    /// <summary>Dead messages by queue.</summary>
    public required IReadOnlyDictionary<string, int> Poison { get; init; }

    /// <summary>Raised alerts by rule.</summary>
    public required IReadOnlyDictionary<string, int> Alerts { get; init; }

    /// <summary>Units spent by kind.</summary>
    public required IReadOnlyDictionary<string, int> Spend { get; init; }

    /// <summary>Messages with the link of a survey to customers of the plan; whoever else uses the host meanwhile is not looked at.</summary>
    public IReadOnlyList<(SandboxMessage Message, SurveyInvitation Invitation)> SurveyMessages =>
    [
        .. Messages
            .Where(m => !m.ToManager && m.SurveyToken is { } token && Invitations.TryGetValue(token, out var i) && People.ContainsKey(i.ContactId))
            .Select(m => (m, Invitations[m.SurveyToken!])),
    ];
}

internal sealed record AcceptedTransaction(string Source, string TransactionId, string JourneyId, string ContactId);

/// <param name="ContactId">Who.</param>
/// <param name="By">page or sms.</param>
/// <param name="SaidAt">When they were answered.</param>
/// <param name="StoredAt">When the app wrote it down; null where it did not.</param>
internal sealed record OptOut(string ContactId, string By, DateTimeOffset SaidAt, DateTimeOffset? StoredAt)
{
    public const string ByPage = "page";
    public const string BySms = "sms";
}

internal sealed record StoredVerbatim(string JourneyId, string QuestionId, string Text);

/// <param name="Where">Table, key and column.</param>
/// <param name="Text">As stored.</param>
internal sealed record StoredText(string Where, string Text);
