using CxFunctions.CrmSimulator;
using CxFunctions.CrmSimulator.People;
using CxFunctions.CrmSimulator.Respondents;
using CxFunctions.CrmSimulator.Traffic;

namespace CxFunctions.LocalHost.Demo.Plan;

/// <summary>All of a demo day, as it follows from its start, seed and size; the same after a restart.</summary>
internal sealed class DemoPlan
{
    /// <summary>The day begins when Lima is about to open: yesterday lies before midnight UTC, and most contacts are awake.</summary>
    public static readonly TimeOnly TimeOfStart = new(13, 55);

    private const int PeopleOfADay = 1_000;
    private readonly DemoStart _start;
    private readonly Population _people;
    private readonly TransactionMaker _maker;
    private readonly List<PlannedCustomer> _customers = [];
    private readonly ILookup<string, PlannedCustomer> _byAddress;

    public DemoPlan(DemoStart start)
    {
        _start = start;
        _people = new Population(start.Seed);
        _maker = new TransactionMaker(start.Seed, $"D{start.Day}");
        foreach (var wave in Wave.All)
        {
            var count = (int)Math.Ceiling(start.Size * wave.Share);
            for (var i = 0; i < count; i++)
            {
                _customers.Add(Plan(wave, _customers.Count));
            }
        }
        Deliveries = [.. _customers.SelectMany(DeliveriesOf).OrderBy(d => d.At).ThenBy(d => d.Key, StringComparer.Ordinal)];
        _byAddress = _customers.SelectMany(c => new[] { (Address: c.Transaction.Person.Phone, Customer: c), (Address: c.Transaction.Person.Email, Customer: c) })
            .ToLookup(pair => pair.Address, pair => pair.Customer, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<PlannedCustomer> Customers => _customers;

    /// <summary>Every webhook, in the order in which they are due.</summary>
    public IReadOnlyList<PlannedDelivery> Deliveries { get; }

    /// <summary>When the last survey can have ended: of the last who may ignore it, with its grace.</summary>
    public DateTimeOffset End => _start.At + Wave.All[1].To + TimeSpan.FromHours(48.6);

    /// <summary>Phones whose owners have changed their number.</summary>
    public IEnumerable<string> DeadPhones =>
        _customers.Where(c => Chance.Of(_start.Seed, "dead phone", c.Transaction.Person.Id).Happens(0.03)).Select(c => c.Transaction.Person.Phone).Distinct();

    /// <summary>Whose phone or mailbox it is and what they were there for last; null for a stranger.</summary>
    public PlannedCustomer? CustomerAt(string address, DateTimeOffset at) =>
        _byAddress[address].Where(c => c.DeliverAt <= at).MaxBy(c => c.DeliverAt);

    private PlannedCustomer Plan(Wave wave, int number)
    {
        var chance = Chance.Of(_start.Seed, "plan", _maker.IdOf(number));
        var company = chance.Happens(0.62) ? Company.Bank : Company.Retail;
        var touchpoint = chance.Pick(company.Touchpoints);
        var temper = chance.Pick(wave.Tempers);
        var person = PersonOf(chance, wave, number);
        var occurredAt = DayProfile.Draw(chance, _start.At + wave.From, _start.At + wave.To, person.Country.TimeZone);
        var deliverAt = Later(occurredAt, _start.At) + chance.Between(TimeSpan.FromSeconds(20), wave.Delay);
        if (wave != Wave.All[0])
        {
            (person, touchpoint, occurredAt) = Oddity(chance, person, touchpoint, occurredAt);
        }
        var transaction = _maker.Make(number, company, touchpoint, person, occurredAt);
        var source = company == Company.Retail && touchpoint is "purchase" or "support-ticket" && chance.Happens(0.3) ? "hubspot" : "standard";
        return new(transaction, source, deliverAt, temper, Opinion.Of(_start.Seed, transaction, wave.BadDay && company == Company.Bank));
    }

    /// <summary>Tomorrow, a few of yesterday's and today's customers come again, some of whom wanted no more surveys.</summary>
    private Person PersonOf(Chance chance, Wave wave, int number)
    {
        var again = wave == Wave.All[^1] && chance.Happens(0.1);
        var someone = again ? _customers[chance.Between(0, (int)(_start.Size * 0.7) - 1)].Transaction.Person : null;
        return someone ?? _people[(_start.Day * PeopleOfADay) + number];
    }

    /// <summary>What CRMs also send: things long past, touchpoints nobody set up, people who consented to nothing.</summary>
    private static (Person, string, DateTimeOffset) Oddity(Chance chance, Person person, string touchpoint, DateTimeOffset occurredAt) => chance.Next() switch
    {
        < 0.03 => (person, touchpoint, occurredAt - chance.Between(TimeSpan.FromHours(49), TimeSpan.FromHours(90))),
        < 0.07 => (person with { ConsentsToSms = false, ConsentsToEmail = false }, touchpoint, occurredAt),
        < 0.08 => (person, "kiosk", occurredAt),
        _ => (person, touchpoint, occurredAt),
    };

    private IEnumerable<PlannedDelivery> DeliveriesOf(PlannedCustomer customer)
    {
        var transaction = customer.Transaction;
        var chance = Chance.Of(_start.Seed, "delivery", transaction.Id);
        yield return new(transaction.Id, customer.DeliverAt, customer.Source, transaction);
        if (chance.Happens(0.05))
        {
            yield return new(transaction.Id + "/again", customer.DeliverAt + chance.Between(TimeSpan.FromSeconds(5), TimeSpan.FromHours(3)), customer.Source, transaction);
        }
        if (customer.Source == "standard" && chance.Happens(0.03))
        {
            yield return new(transaction.Id + "/back", customer.DeliverAt + chance.Between(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(50)), customer.Source, transaction with { TakenBack = true });
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
