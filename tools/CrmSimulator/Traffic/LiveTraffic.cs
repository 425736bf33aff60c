using System.Globalization;
using CxFunctions.CrmSimulator.People;

namespace CxFunctions.CrmSimulator.Traffic;

/// <summary>
/// Traffic without end, as it comes from a busy CRM: mostly what happened just now, some delivered late (a few of it after its
/// 48 hours), some delivered twice, some from people who were there a moment ago or consented to nothing.
/// </summary>
/// <param name="seed">Any number.</param>
/// <param name="prefix">Begins every id.</param>
/// <param name="knows">What the CRM sees; null for everything.</param>
public sealed class LiveTraffic(int seed, string prefix = "T", Func<Company, string, bool>? knows = null)
{
    private const int Customers = 50_000;
    private readonly Population _people = new(seed);
    private readonly List<((Company Company, string Touchpoint), double Weight)> _moments =
        [.. from company in Company.All
            from touchpoint in company.Touchpoints
            where knows?.Invoke(company, touchpoint.Touchpoint) != false
            select ((company, touchpoint.Touchpoint), touchpoint.Weight)];

    private readonly TransactionMaker _maker = new(seed, prefix);

    /// <summary>The transaction that is sent as number <paramref name="number"/>, from 0.</summary>
    public CrmTransaction At(int number, DateTimeOffset now)
    {
        var chance = Chance.Of(seed, "live", number.ToString(CultureInfo.InvariantCulture));
        if (number > 0 && chance.Happens(0.02))
        {
            return At(number - 1, now);
        }
        var (company, touchpoint) = chance.Pick(_moments);
        var person = _people[chance.Happens(0.05) ? chance.Between(0, 99) : chance.Between(0, Customers)];
        var age = chance.Next() switch
        {
            < 0.02 => chance.Between(TimeSpan.FromHours(48), TimeSpan.FromHours(90)),
            < 0.10 => chance.Between(TimeSpan.FromHours(1), TimeSpan.FromHours(30)),
            _ => chance.Between(TimeSpan.Zero, TimeSpan.FromMinutes(3)),
        };
        if (chance.Happens(0.03))
        {
            person = person with { ConsentsToSms = false, ConsentsToEmail = false };
        }
        return _maker.Make(number, company, touchpoint, person, now - age);
    }
}
