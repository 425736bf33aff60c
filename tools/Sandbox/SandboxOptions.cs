using CxFunctions.Sandbox.Events;

namespace CxFunctions.Sandbox;

/// <summary>How one Sandbox runs. The keys are local defaults, published here and worth nothing anywhere else.</summary>
public sealed class SandboxOptions
{
    /// <summary>The base64 access key of the communication service when none is given.</summary>
    public const string DefaultAccessKey = "c2FuZGJveC1jb21tdW5pY2F0aW9uLWtleS1mb3ItbG9jYWwtdXNlLW9ubHk=";

    /// <summary>The subscription key of the language service when none is given.</summary>
    public const string DefaultLanguageKey = "sandbox-language-key-for-local-use-only";

    /// <summary>TCP port on 127.0.0.1, 0 to 65535; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Key of SMS and e-mail, base64; its decoded bytes sign the requests.</summary>
    public string AccessKey { get; init; } = DefaultAccessKey;

    /// <summary>Key of the language service, compared as it is.</summary>
    public string LanguageKey { get; init; } = DefaultLanguageKey;

    /// <summary>Where events go, usually the app's <c>/api/events/communication?code=…</c>. While null, events wait.</summary>
    public Uri? EventsUrl { get; init; }

    /// <summary>The schema in which events are delivered.</summary>
    public EventSchema EventSchema { get; init; } = EventSchema.EventGridSchema;

    /// <summary>The clock of the outside world: stamps messages and paces reports and redeliveries. Signatures are held against real time.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Folder in which messages and undelivered events survive a restart; null keeps them in memory.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Time between accepting a message and its delivery report, on <see cref="TimeProvider"/>; zero or more.</summary>
    public TimeSpan DeliveryReportDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Phone numbers and e-mail addresses of managers; the page shows their messages apart.</summary>
    public IReadOnlyList<string> Managers { get; init; } = [];

    /// <summary>Seed of the chance in faults: the same requests in the same order meet the same faults.</summary>
    public int Seed { get; init; } = 1;
}
