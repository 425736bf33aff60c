using System.Diagnostics;
using System.Globalization;
using CxFunctions.CrmSimulator.Sending;
using CxFunctions.CrmSimulator.Traffic;

namespace CxFunctions.CrmSimulator;

/// <summary>One run of the command: progress on standard error, the summary on standard output.</summary>
internal sealed record SimulatorRun
{
    public required string Source { get; init; }

    public required double Rate { get; init; }

    public required TimeSpan Length { get; init; }

    /// <summary>Ends with a slash.</summary>
    public required Uri Host { get; init; }

    public required int Batch { get; init; }

    public required int Seed { get; init; }

    public string? Secret { get; init; }

    public string? Prefix { get; init; }

    /// <returns>0 where the host accepted all of it, else 1.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // HubSpot gives up after five seconds, others later.
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var clock = await HostClock.AskAsync(http, Host, TimeProvider.System, cancellationToken);
        var crm = Crm();
        var report = new SendReport();
        var prefix = Prefix ?? TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString("x", CultureInfo.InvariantCulture);
        var load = new LoadRun(new WebhookClient(http, Host, crm, clock, clock.Speed), crm, new LiveTraffic(Seed, prefix, crm.Knows), clock, report);

        await Console.Error.WriteLineAsync($"{Source}: {Rate} transactions a second to {Host} for {Length.TotalSeconds:0} s, ids {prefix}-…, host time {clock.GetUtcNow():u}");
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var progress = TellProgressAsync(http, clock, report, done.Token);
        await load.RunAsync(Rate, Length, Batch, cancellationToken);
        await done.CancelAsync();
        await progress;

        var summary = report.Summary();
        Console.WriteLine(summary);
        return summary.Sent > 0 && summary.Accepted == summary.Sent ? 0 : 1;
    }

    private ICrm Crm()
    {
        var secret = Secret ?? LocalSecrets.Of(Source)!;
        return Source == "hubspot" ? new HubSpotCrm(secret, new Uri(Host, "api/webhooks/hubspot").ToString()) : new StandardCrm(secret);
    }

    private async Task TellProgressAsync(HttpClient http, HostClock clock, SendReport report, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await ticks.WaitForNextTickAsync(cancellationToken))
            {
                await Console.Error.WriteLineAsync($"{Stopwatch.GetElapsedTime(started).TotalSeconds,5:0} s  {report.Summary()}");
                await clock.AskAgainAsync(http, Host, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
