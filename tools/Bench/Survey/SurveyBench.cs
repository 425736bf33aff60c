using System.CommandLine;

namespace CxFunctions.Bench.Survey;

/// <summary>Surveys from webhook to rollup, on the official durable engine in real time.</summary>
internal static class SurveyBench
{
    public static Command Create()
    {
        var surveys = new Option<int>("--surveys") { Description = "Surveys in each phase.", DefaultValueFactory = _ => 60 };
        var rate = new Option<double>("--rate") { Description = "Webhooks, and later answers, a second in the paced phases.", DefaultValueFactory = _ => 2 };
        var expired = new Option<bool>("--expired") { Description = "Also measure surveys that nobody answers; takes 16 minutes more, the shortest life that a survey has." };
        var worker = new Option<string>("--worker") { Description = "process: the app in a process of its own, as in Azure; inside: in the host's.", DefaultValueFactory = _ => "process" };
        worker.AcceptOnlyFromAmong("process", "inside");
        var app = new Option<string?>("--app") { Description = "Folder of a published app, for instance of an earlier release, to be measured instead; as a process." };
        var command = new Command(
            "survey",
            "Webhook to rollup: surveys a second, processor time and storage operations of each, and the ratio to what the bare storage "
            + "would allow for as many operations. Paced first, for latencies; then all at once, for throughput.")
        {
            surveys, rate, expired, worker, app,
        };
        command.SetAction((parsed, cancellation) =>
            RunAsync(new(parsed.GetValue(surveys), parsed.GetValue(rate), parsed.GetValue(expired), parsed.GetValue(worker) == "process", parsed.GetValue(app)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(SurveyPlan plan, CancellationToken cancellation)
    {
        await using var world = await SurveyWorld.StartAsync(plan.ChildWorker, plan.AppFolder, cancellation);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        var load = new SurveyLoad(http, world);
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watch = load.WatchAsync(watching.Token);
        var run = new SurveyRun(load, world.Meter(http), plan).RunAsync(cancellation);
        await await Task.WhenAny(run, watch);
        var findings = await run;
        await watching.CancelAsync();
        await watch.ContinueWith(_ => { }, TaskScheduler.Default);

        await world.StopHostAsync();
        Console.Error.WriteLine("bare storage");
        var raw = new RawStorage(world.Storage, findings.Burst.Usage.Operations);
        var perSecond = await raw.RunAsync(cancellation);
        var report = new SurveyReport(findings, perSecond, HubName.Read());
        Console.Error.WriteLine(report.ToTable());
        Console.WriteLine(report.ToResult().ToJson());
        return findings.Errors == 0 ? 0 : 1;
    }
}
