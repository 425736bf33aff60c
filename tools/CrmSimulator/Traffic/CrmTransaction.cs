using CxFunctions.CrmSimulator.People;

namespace CxFunctions.CrmSimulator.Traffic;

/// <summary>Something that happened to a customer, as a CRM knows it.</summary>
public sealed record CrmTransaction
{
    /// <summary>The CRM's own id, for instance T-00017; a delivery sent again names the same one.</summary>
    public required string Id { get; init; }

    /// <summary>Counts from 0; CRMs whose ids are numbers use it.</summary>
    public required int Number { get; init; }

    public required string Program { get; init; }

    public required string Touchpoint { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required Person Person { get; init; }

    /// <summary>Branch or store, agent, product, value.</summary>
    public required IReadOnlyDictionary<string, object> Attributes { get; init; }

    /// <summary>Whether the CRM says that it never was: a reopened ticket, a cancelled order.</summary>
    public bool TakenBack { get; init; }

    /// <summary>The branch or store it happened at.</summary>
    public string Place => Attributes.TryGetValue("branch", out var branch) ? (string)branch : (string)Attributes["store"];
}
