using Azure.Data.Tables;
using Azure.Storage.Queues;
using CxFunctions.Catalog;
using CxFunctions.Contacts;
using CxFunctions.LocalHost.CommandLine;
using CxFunctions.LocalHost.Running;

namespace CxFunctions.LocalHost.Demo;

/// <summary>The demo as the command line plays it: progress on standard error, the summary as one line on standard output.</summary>
internal static class DemoPlayback
{
    public static async Task<int> PlayAsync(RunningHost host, DemoRequest request, CancellationToken cancellationToken)
    {
        var world = WorldOf(host, Console.Error.WriteLine);
        var summary = await DemoEntry.PlayAsync(world, request.Seed, request.Transactions, cancellationToken);
        if (request.ExitWhenDone)
        {
            Console.WriteLine(DemoEntry.Line(summary));
        }
        else
        {
            world.Say($"The demo day is over: {summary.Answers} answers, {summary.Cases.Values.Sum()} cases, "
                + (summary.AllHold ? "every invariant held." : "BROKEN: " + string.Join("; ", summary.Invariants.Where(i => !i.Holds).Select(i => $"{i.Name} ({i.Detail})"))));
        }
        return summary.AllHold ? 0 : 1;
    }

    public static DemoWorld WorldOf(RunningHost host, Action<string> say)
    {
        var settings = host.Services.GetRequiredService<IConfiguration>();
        return new DemoWorld
        {
            Host = host.Url,
            Sandbox = host.Sandbox.Url,
            Clock = host.Clock,
            Speed = host.Parts.Clock.Speed,
            Tables = host.Services.GetRequiredService<TableServiceClient>(),
            Queues = host.Services.GetRequiredService<QueueServiceClient>(),
            Digest = host.Services.GetRequiredService<AddressDigest>(),
            Orchestrations = host.Parts.Jobs!.Orchestrations,
            Catalog = host.Services.GetRequiredService<ProgramCatalog>(),
            Folder = host.DataFolder,
            StandardSecret = Secret(settings, "standard"),
            HubSpotSecret = Secret(settings, "hubspot"),
            Say = say,
        };
    }

    private static string Secret(IConfiguration settings, string source) =>
        settings[$"Webhooks:{source}:Secrets:0"]
        ?? throw new LocalHostException($"The demo needs the setting Webhooks__{source}__Secrets__0; take it from local.settings.sample.json, or start with --no-demo.");
}
