using System.ComponentModel;
using System.Text.Json.Serialization;

namespace CxFunctions.Catalog;

/// <summary>One survey program: a company's (or a line of business's) way of asking its customers.</summary>
public sealed record SurveyProgram
{
    /// <summary>Names the schema for editors; means nothing here.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [Description("Lower-case letters, digits and hyphens; unique; what transactions name as their program.")]
    public required string Id { get; init; }

    [Description("Changes whenever the rules change; every decision in the ledger names the version it was made under.")]
    public required string Version { get; init; }

    public required Brand Brand { get; init; }

    [Description("BCP 47 language of respondents whose own language the program does not speak: es, en or pt.")]
    public required string DefaultLocale { get; init; }

    [Description("IANA zone whose hours, days and months scores are counted by, and of contacts whose own zone is unknown.")]
    public required string DefaultTimeZone { get; init; }

    [Description("ISO 3166-1 code of the country, for instance PE, in which telephones without a country's code are called; null for none: then only international ones are read.")]
    public string? DefaultRegion { get; init; }

    [Description("A survey dies this long after its transaction, whatever the channel. 1 hour to 48 hours; the product measures experience, not image.")]
    public TimeSpan ExpiresAfter { get; init; } = TimeSpan.FromHours(48);

    [Description("A program to try things out with, not for customers: its surveys may die after a minute already.")]
    public bool Trial { get; init; }

    [Description("Who started before the end may finish this much later. 0 to 2 hours.")]
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(30);

    [Description("A contact is invited at most once in this time, over all touchpoints. 0 to 365 days.")]
    public TimeSpan Quarantine { get; init; } = TimeSpan.FromDays(30);

    [Description("When contacts may be written to, in their own zone.")]
    public WakingHours WakingHours { get; init; } = new();

    [Description("Attributes of a transaction by which scores are broken down, for instance branch. At most 3.")]
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    [Description("Who hears of alerts, by the names that alert rules use.")]
    public IReadOnlyDictionary<string, Recipient> Recipients { get; init; } = new Dictionary<string, Recipient>();

    public required IReadOnlyList<Questionnaire> Questionnaires { get; init; }

    public required IReadOnlyList<Touchpoint> Touchpoints { get; init; }

    public IReadOnlyList<AlertRule> Alerts { get; init; } = [];

    [Description("How long the links to cases live.")]
    public CaseLinkLife CaseLinks { get; init; } = new();

    /// <summary>The zone itself where it is known here, else the program's.</summary>
    /// <param name="timeZone">IANA name of a contact's zone, as the CRM gave it; null where it gave none.</param>
    public TimeZoneInfo ZoneOf(string? timeZone) =>
        timeZone is { Length: > 0 } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById(DefaultTimeZone);

    /// <summary>Of one of its recipients; the program's where the name or the zone is not known.</summary>
    public TimeZoneInfo ZoneOfRecipient(string? name) => ZoneOf(name is null ? null : Recipients.GetValueOrDefault(name)?.TimeZone);

    public Touchpoint? FindTouchpoint(string id) => Touchpoints.FirstOrDefault(t => t.Id == id);

    public Questionnaire QuestionnaireOf(Touchpoint touchpoint) => Questionnaires.First(q => q.Id == touchpoint.Questionnaire);
}

/// <summary>How the program presents itself to respondents.</summary>
public sealed record Brand
{
    public required string Name { get; init; }

    [Description("The accent of pages, as #rrggbb; must reach a contrast of 4.5 to 1 with white.")]
    public required string Color { get; init; }

    [Description("Where the company explains its handling of personal data.")]
    public Uri? PrivacyUrl { get; init; }
}
