using System.Globalization;
using System.Text;

namespace CxFunctions.CrmSimulator.People;

/// <summary>All invented people of a seed. Person n is the same whoever is asked for before; no two share a phone or a mailbox.</summary>
/// <param name="seed">Any number.</param>
public sealed class Population(int seed)
{
    private static readonly List<(Country Country, double Weight)> ByWeight = [.. Countries.All.Select(c => (c, c.Weight))];

    /// <param name="number">0 to 99,999. Phones repeat after 999 people of Britain, 1,999 of the United States and 9,999 elsewhere.</param>
    public Person this[int number]
    {
        get
        {
            var chance = Chance.Of(seed, "person", number.ToString(CultureInfo.InvariantCulture));
            var country = chance.Pick(ByWeight);
            var name = $"{chance.Pick(country.Names.First)} {chance.Pick(country.Names.Family)}";
            return new Person
            {
                Id = $"C-{number:D5}",
                Name = name,
                Phone = Phone(country, number),
                Email = $"{MailName(name)}.{number}@example.com",
                Country = country,
                ConsentsToSms = chance.Happens(0.93),
                ConsentsToEmail = chance.Happens(0.95),
            };
        }
    }

    private static string Phone(Country country, int number)
    {
        var pattern = country.Phones[number % country.Phones.Count];
        var own = pattern.Count(c => c == '#');
        var digits = (number / country.Phones.Count % (int)Math.Pow(10, own)).ToString(CultureInfo.InvariantCulture).PadLeft(own, '0');
        return pattern.Replace(new string('#', own), digits, StringComparison.Ordinal);
    }

    private static string MailName(string name)
    {
        var plain = name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return new string([.. plain]).ToLowerInvariant().Replace(' ', '.');
    }
}
