using System.Globalization;
using System.Text.RegularExpressions;
using CxFunctions.Catalog;
using CxFunctions.Contacts.Spelling;

namespace CxFunctions.Tests.Unit.Contacts;

public class TelephoneTests(ITestOutputHelper output)
{
    /// <summary>Labels that are not reached, each with the reason why that is right.</summary>
    private static readonly Dictionary<string, string> KnownOtherwise = [];

    [Fact]
    public void Telephones_as_people_write_them_are_read_as_they_are_meant()
    {
        var all = Read().ToList();
        var wrong = all.Where(label => !label.IsMet).ToList();
        output.WriteLine($"{all.Count} telephones of {all.Select(label => label.CountryCode).Distinct().Count()} countries: {all.Count - wrong.Count} right, {wrong.Count} wrong");
        wrong.ForEach(label => output.WriteLine($"{label} came out as {label.Found}"));

        Assert.True(all.Count >= 150);
        Assert.Empty(wrong.Where(label => !KnownOtherwise.ContainsKey(label.Text)).Select(label => $"{label} came out as {label.Found}"));
        Assert.Empty(KnownOtherwise.Keys.Except(wrong.Select(label => label.Text)));
    }

    [Theory]
    [InlineData("PE", true)]
    [InlineData("US", true)]
    [InlineData("pe", false)]
    [InlineData("Peru", false)]
    [InlineData("ZZ", false)]
    [InlineData("001", false)]
    [InlineData("", false)]
    public void A_region_is_a_country_or_territory_with_telephones(string code, bool isRegion) => Assert.Equal(isRegion, PhoneRegion.IsKnown(code));

    [Fact]
    public void A_stored_number_that_nobody_can_read_any_more_is_left_to_the_service() => Assert.True(Telephone.TakesSms("+0"));

    private static IEnumerable<Label> Read() =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Contacts/telephones.txt"))
        where line.Length > 0 && line[0] != '#'
        let columns = line.Split(" |").Select(column => column.Trim(' ')).ToList()
        select new Label(Regex.Unescape(columns[0]), columns[1] == "-" ? null : columns[1], columns[2] == "-" ? null : new Telephone(columns[2], columns[3] == "sms"));

    private sealed record Label(string Text, string? Region, Telephone? Meant)
    {
        public Telephone? Found => Telephone.Parse(Text, Region);

        public bool IsMet => Found == Meant && (Meant is null || Telephone.TakesSms(Meant.E164) == Meant.IsTextable);

        /// <summary>The country's code, about: two digits tell enough of them apart.</summary>
        public string CountryCode => Meant?.E164[..3] ?? Region ?? "";

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"'{Text}' in {Region ?? "no region"}, meant as {Meant}");
    }
}
