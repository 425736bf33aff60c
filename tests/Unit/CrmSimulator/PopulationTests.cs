using CxFunctions.Contacts.Spelling;
using CxFunctions.CrmSimulator.People;

namespace CxFunctions.Tests.Unit.CrmSimulator;

public sealed class PopulationTests
{
    [Fact]
    public void TheSameSeedMakesTheSamePeopleWhoeverIsAskedForFirst()
    {
        var forward = Enumerable.Range(0, 200).Select(n => new Population(7)[n]).ToList();
        var backward = Enumerable.Range(0, 200).Reverse().Select(n => new Population(7)[n]).Reverse().ToList();
        Assert.Equal(forward, backward);
    }

    [Fact]
    public void AnotherSeedMakesOtherPeople() =>
        Assert.NotEqual(Enumerable.Range(0, 50).Select(n => new Population(1)[n].Name), Enumerable.Range(0, 50).Select(n => new Population(2)[n].Name));

    [Fact]
    public void NobodySharesAPhoneOrAMailbox()
    {
        var people = Enumerable.Range(0, 900).Select(n => new Population(3)[n]).ToList();
        Assert.Equal(people.Count, people.DistinctBy(p => p.Phone).Count());
        Assert.Equal(people.Count, people.DistinctBy(p => p.Email).Count());
    }

    [Fact]
    public void PhonesAreInE164AndMailboxesOfADomainKeptForExamples() => Assert.All(
        Enumerable.Range(0, 900).Select(n => new Population(3)[n]),
        person =>
        {
            Assert.Matches(@"^\+[1-9]\d{7,14}$", person.Phone);
            Assert.Matches(@"^[a-z.]+\d+@example\.com$", person.Email);
        });

    [Fact]
    public void TheAppTakesTheirPhonesAsOnesThatTakeAnSms()
    {
        var phones = Enumerable.Range(0, 10_000).Select(n => new Population(3)[n].Phone).ToList();
        // One in ten thousand, Portugal's +351 900 000 099, has so few digits that it looks like a placeholder.
        Assert.InRange(phones.Count(phone => Telephone.Parse(phone, region: null) != new Telephone(phone, IsTextable: true)), 0, phones.Count / 1000);
    }

    [Fact]
    public void NorthAmericansHaveNumbersThatAreKeptForFiction() => Assert.All(
        Enumerable.Range(0, 900).Select(n => new Population(3)[n]).Where(p => p.Country.Locale == "en-US"),
        person => Assert.Matches(@"^\+1[2-9]\d\d55501\d\d$", person.Phone));

    [Fact]
    public void EveryZoneIsKnownAndThreeLanguagesAreSpoken()
    {
        Assert.All(Countries.All, country => Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(country.TimeZone, out _), country.TimeZone));
        Assert.Equal(["en", "es", "pt"], Enumerable.Range(0, 200).Select(n => new Population(3)[n].Country.Language).Distinct().Order());
    }
}
