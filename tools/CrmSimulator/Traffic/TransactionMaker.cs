using System.Globalization;
using CxFunctions.CrmSimulator.People;

namespace CxFunctions.CrmSimulator.Traffic;

/// <summary>Makes transaction n of a seed: the same one whenever it is asked for.</summary>
/// <param name="seed">Any number.</param>
/// <param name="prefix">Begins every id, so that runs on one store don't meet.</param>
public sealed class TransactionMaker(int seed, string prefix = "T")
{
    public string IdOf(int number) => $"{prefix}-{number:D5}";

    public CrmTransaction Make(int number, Company company, string touchpoint, Person person, DateTimeOffset occurredAt)
    {
        var chance = Chance.Of(seed, "transaction", number.ToString(CultureInfo.InvariantCulture));
        return new CrmTransaction
        {
            Id = IdOf(number),
            Number = number,
            Program = company.Program,
            Touchpoint = touchpoint,
            // CRMs write whole seconds.
            OccurredAt = DateTimeOffset.FromUnixTimeSeconds(occurredAt.ToUnixTimeSeconds()),
            Person = person,
            Attributes = new Dictionary<string, object>
            {
                [company.Dimension] = chance.Pick(company.Places),
                ["agent"] = $"A-{chance.Between(1, 24):D2}",
                ["product"] = chance.Pick(company.Products),
                ["value"] = chance.Between(800, 90_000) / 100m,
            },
        };
    }
}
