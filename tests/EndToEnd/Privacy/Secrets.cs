using System.Text.RegularExpressions;
using CxFunctions.Tests.EndToEnd.Journeys;

namespace CxFunctions.Tests.EndToEnd.Privacy;

/// <summary>What must never be said, by a name that says what it is. Values are long and drawn, so that nothing else contains them.</summary>
internal sealed partial class Secrets
{
    private readonly Dictionary<string, string> _values = [];

    public void Add(string name, string value)
    {
        Assert.True(value.Length >= 8, $"{name} is too short to be looked for.");
        _values[name] = value;
    }

    /// <summary>The phone without its plus, the mailbox without its domain, and the name.</summary>
    public void Add(Person person)
    {
        Add($"phone of {person.Id}", person.Phone[1..]);
        Add($"e-mail of {person.Id}", person.Email.Split('@')[0]);
        Add($"name of {person.Id}", person.Name);
    }

    /// <summary>The tokens of the links in messages.</summary>
    public void Add(IEnumerable<Scene.Received> messages)
    {
        foreach (var token in messages.SelectMany(m => m.Links).Select(link => Token().Match(link)).Where(m => m.Success))
        {
            Add($"token of {token.Groups[1].Value}", token.Groups[2].Value);
        }
    }

    /// <summary>Every secret that was said, with where; places that begin alike are named once.</summary>
    public IReadOnlyList<string> FoundIn(IEnumerable<string> lines) =>
        [.. lines.SelectMany(line => _values
                .Where(secret => line.Contains(secret.Value, StringComparison.OrdinalIgnoreCase))
                .Select(secret => $"{secret.Key}: {Shorten(line, secret.Value)}"))
            .DistinctBy(found => Digits().Replace(found[..Math.Min(found.Length, 90)], "#"))];

    private static string Shorten(string line, string secret)
    {
        var at = line.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        return line[..Math.Min(line.Length, 160)] + (at > 160 ? $" … {line[Math.Max(0, at - 120)..Math.Min(line.Length, at + secret.Length + 40)]}" : "");
    }

    [GeneratedRegex("/(s|cases)/([A-Za-z0-9_-]{24})")]
    private static partial Regex Token();

    [GeneratedRegex("[0-9a-f-]{8,}|[0-9]+")]
    private static partial Regex Digits();
}

/// <summary>Somebody with a name, a phone and a mailbox that nobody else has.</summary>
internal sealed record Person(string Id, string Name, string Phone, string Email)
{
    public static Person New(string id)
    {
        var drawn = Random.Shared.Next(1_000_000, 9_999_999);
        var letters = string.Concat($"{drawn}".Select(digit => (char)('a' + digit - '0')));
        return new(id, "Xiomara" + letters, $"+5196{drawn}", $"mailbox.{letters}@example.com");
    }

    public object Buys(string transaction, DateTimeOffset at, bool bySms = true) => new
    {
        id = transaction,
        program = "retail",
        touchpoint = "purchase",
        occurredAt = at,
        contact = new { id = Id, name = Name, phone = Phone, email = Email, locale = "es-PE", timeZone = "America/Lima", consent = new { sms = bySms, email = true } },
        attributes = new { store = "Norte" },
    };
}
