using CxFunctions.CrmSimulator.People;
using CxFunctions.CrmSimulator.Traffic;

namespace CxFunctions.Bench.Kills;

/// <summary>Somebody who buys once and answers once.</summary>
/// <param name="Number">Counts up.</param>
/// <param name="Zone">Where they live.</param>
internal sealed record Shopper(int Number, string Zone = "America/Lima")
{
    public string Transaction => $"T-{Number:00000}";

    public string Phone => $"+519870{Number:00000}";

    /// <summary>When the transaction was answered 202; null where it was not.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    public CrmTransaction Buys() => new()
    {
        Id = Transaction,
        Number = Number,
        Program = "retail",
        Touchpoint = "purchase",
        OccurredAt = DateTimeOffset.UtcNow,
        Person = new()
        {
            Id = $"C-{Number:00000}",
            Name = "Ana Torres",
            Phone = Phone,
            Email = $"c{Number}@customer.example",
            Country = new Country("es", Zone, [], new([], []), 1),
        },
        Attributes = new Dictionary<string, object> { ["store"] = "Norte" },
    };
}
