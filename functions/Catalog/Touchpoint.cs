using System.ComponentModel;

namespace CxFunctions.Catalog;

/// <summary>A moment of contact between customer and company that is worth a question.</summary>
public sealed record Touchpoint
{
    [Description("Lower-case letters, digits and hyphens; unique in the program; what transactions name as their touchpoint.")]
    public required string Id { get; init; }

    public required LocalizedText Name { get; init; }

    [Description("The id of one of the program's questionnaires.")]
    public required string Questionnaire { get; init; }

    [Description("How long after the transaction the invitation goes out. 0 to 24 hours.")]
    public TimeSpan Delay { get; init; } = TimeSpan.FromMinutes(30);

    [Description("How long after the invitation the one reminder goes out; null for none. Must end before the survey expires.")]
    public TimeSpan? ReminderAfter { get; init; }

    [Description("Channels in order of preference: the first that the contact consents to and has an address for is used; the next one when it fails.")]
    public required IReadOnlyList<Channel> Channels { get; init; }

    [Description("Share of eligible transactions that are surveyed, 0 to 1; drawn from the transaction's id, so that it never changes.")]
    public double Sampling { get; init; } = 1;

    public required Invitation Invitation { get; init; }
}

/// <summary>The ways to a customer.</summary>
public enum Channel
{
    Sms,
    Email,
}

/// <summary>What the customer is sent. {brand}, {name} and {link} are filled in; every text must hold {link} except subjects.</summary>
public sealed record Invitation
{
    [Description("SMS with a {link}; at most 2 segments once filled in.")]
    public required LocalizedText Sms { get; init; }

    public required LocalizedText EmailSubject { get; init; }

    [Description("Opening sentences of the e-mail, without the link; the button is added below.")]
    public required LocalizedText EmailBody { get; init; }

    [Description("SMS of the reminder with a {link}.")]
    public required LocalizedText ReminderSms { get; init; }

    public required LocalizedText ReminderSubject { get; init; }
}
