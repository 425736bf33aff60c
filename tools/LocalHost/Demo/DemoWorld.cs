using Azure.Data.Tables;
using Azure.Storage.Queues;
using CxFunctions.Catalog;
using CxFunctions.Contacts;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace CxFunctions.LocalHost.Demo;

/// <summary>What the demo plays in: addresses, time, and the stores that are looked into at the end.</summary>
internal sealed record DemoWorld
{
    /// <summary>The app; ends with a slash.</summary>
    public required Uri Host { get; init; }

    /// <summary>Ends with a slash.</summary>
    public required Uri Sandbox { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Virtual seconds per real second; 0 for a clock that stands still.</summary>
    public required double Speed { get; init; }

    public required TableServiceClient Tables { get; init; }

    public required QueueServiceClient Queues { get; init; }

    /// <summary>What the app keeps opt-outs under.</summary>
    public required AddressDigest Digest { get; init; }

    public required IDurableClient Orchestrations { get; init; }

    public required ProgramCatalog Catalog { get; init; }

    /// <summary>Where the journal is kept.</summary>
    public required string Folder { get; init; }

    public required string StandardSecret { get; init; }

    public required string HubSpotSecret { get; init; }

    /// <summary>Told how it goes, a line at a time; not on standard output.</summary>
    public Action<string> Say { get; init; } = _ => { };

    /// <summary>
    /// What a real second is on this clock, at least one: a request under way and a process that waits for its turn take real
    /// time, which a fast clock makes long. Every bound on instants allows for it.
    /// </summary>
    public TimeSpan RealSecond => TimeSpan.FromSeconds(Math.Max(1, Speed));
}
