using System.ComponentModel.DataAnnotations;

namespace CxFunctions.Intake;

/// <summary>Section <c>Webhooks</c>: one part a source, by the name in its address. A source without a part is not there.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    public Dictionary<string, WebhookSourceOptions> Sources { get; } = new(StringComparer.Ordinal);
}

public sealed class WebhookSourceOptions
{
    /// <summary>One secret, or two while one replaces the other. standard: <c>whsec_…</c>; hubspot: the app's client secret.</summary>
    [Length(1, 2)]
    public List<string> Secrets { get; } = [];

    /// <summary>The program of events that name none themselves; a single event may say otherwise.</summary>
    public string? Program { get; set; }

    /// <summary>Where the telephones that it sends are local calls, for instance PE; where nothing is said, the program's default region.</summary>
    public string? Region { get; set; }

    /// <summary>Which of the CRM's own events are transactions; the first that fits counts.</summary>
    public List<WebhookEventOptions> Events { get; } = [];
}

/// <summary>An event of the CRM, and the touchpoint that it means.</summary>
public sealed class WebhookEventOptions
{
    /// <summary>For instance ticket.propertyChange.</summary>
    public string SubscriptionType { get; set; } = "";

    /// <summary>For instance hs_pipeline_stage; empty for any.</summary>
    public string? PropertyName { get; set; }

    /// <summary>For instance 4, the stage that means closed; empty for any.</summary>
    public string? PropertyValue { get; set; }

    public string? Program { get; set; }

    public string Touchpoint { get; set; } = "";
}
