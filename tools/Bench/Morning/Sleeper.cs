using CxFunctions.CrmSimulator.People;
using CxFunctions.CrmSimulator.Traffic;

namespace CxFunctions.Bench.Morning;

/// <summary>Somebody who bought at night.</summary>
/// <param name="Number">Counts up.</param>
/// <param name="Zone">Where it is night.</param>
internal sealed record Sleeper(int Number, string Zone)
{
    public string Transaction => $"N-{Number:00000}";

    public string Phone => $"+519870{Number:00000}";

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
