using System.Text.RegularExpressions;
using CxFunctions.Tests.Unit.Infra;

namespace CxFunctions.Tests.Unit.House;

/// <summary>Who may name whom. A slice that is not in the table, a name that is not allowed, a line that nobody needs and a circle all fail.</summary>
public sealed partial class HouseTests
{
    /// <summary>What all the others stand on, each on those before it.</summary>
    private static readonly string[] Ground = ["Foundation", "Catalog", "Messages"];

    /// <summary>Beyond the ground: who may be reached and how, what a link stands for, what it costs, who of the company is there.</summary>
    private static readonly string[] Shared = ["Contacts", "Invitations", "Spending", "Staff"];

    /// <summary>Whom of the others a slice may name. Between all other slices there are messages only.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Intake"] = [],
        ["Journeys"] = ["Channels", "Responses"], // Has its messages sent in its own steps; looks whether there is an answer.
        ["Channels"] = ["Privacy"], // Who texts START takes back what was said there.
        ["Responses"] = [],
        ["Sentiment"] = [],
        ["Rollups"] = [],
        ["Alerts"] = ["Responses", "Sentiment", "Rollups"], // Looks at the answer as it stands when it has rested, and at the days before a drop.
        ["Cases"] = ["Channels"], // The word back.
        ["Dashboard"] = ["Cases", "Channels", "Journeys", "Rollups", "Sentiment"], // Reads the stores of all.
        ["Privacy"] = [],
    };

    private static readonly Rooms App = Rooms.OfTheApp();

    [Fact]
    public void Every_slice_is_in_the_table() =>
        Assert.Equal(Ground.Concat(Shared).Concat(Allowed.Keys).Order(StringComparer.Ordinal), App.Named.Keys);

    [Fact]
    public void No_slice_names_another_that_the_table_does_not_allow()
    {
        var breaches = from slice in App.Named
                       from other in slice.Value
                       where !MayName(slice.Key).Contains(other.Key)
                       select $"{slice.Key} names {other.Key}, in {other.Value}";
        Assert.Empty(breaches);
    }

    [Fact]
    public void The_table_allows_nothing_that_nobody_needs()
    {
        var idle = from line in Allowed
                   from other in line.Value
                   where !App.Named[line.Key].ContainsKey(other)
                   select $"{line.Key} does not name {other}";
        Assert.Empty(idle);
    }

    /// <summary>Lines such as <c>Alerts --> Responses &amp; Sentiment</c>, in the picture of who may name whom.</summary>
    [Fact]
    public void The_picture_in_the_README_shows_the_table()
    {
        var readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Template.Root)!, "README.md"));
        var picture = readme[readme.IndexOf("**Who may name whom.**", StringComparison.Ordinal)..readme.IndexOf("<details>", StringComparison.Ordinal)];
        var drawn = from line in Arrow().Matches(picture)
                    where Allowed.ContainsKey(line.Groups[1].Value)
                    from other in line.Groups[2].Value.Split(" & ")
                    where Allowed.ContainsKey(other)
                    select $"{line.Groups[1].Value} --> {other}";
        Assert.Equal(Allowed.SelectMany(line => line.Value, (line, other) => $"{line.Key} --> {other}").Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void There_is_no_circle() => Assert.Null(App.FindCircle());

    [Fact]
    public void A_circle_would_be_found_however_long_it_is()
    {
        var circle = Rooms.Of([
            ("Intake/A.cs", "using CxFunctions.Journeys;"),
            ("Journeys/B.cs", "x = CxFunctions.Channels.Sms.Send();"),
            ("Channels/Deep/C.razor", "@using CxFunctions.Responses"),
            ("Responses/D.cs", "using CxFunctions.Journeys.Ledger;"),
        ]).FindCircle();
        Assert.Equal(["Channels", "Responses", "Journeys", "Channels"], circle);
    }

    [Fact]
    public void A_namespace_says_in_which_folder_its_file_is() => Assert.Empty(Rooms.Misplaced());

    [GeneratedRegex(@"^ +(\w+) --> ([\w &]+)$", RegexOptions.Multiline)]
    private static partial Regex Arrow();

    private static IEnumerable<string> MayName(string slice) =>
        Array.IndexOf(Ground, slice) is >= 0 and var floor ? Ground.Take(floor)
        : Shared.Contains(slice) ? Ground
        : Ground.Concat(Shared).Concat(Allowed.GetValueOrDefault(slice, []));
}
