using Azure.Data.Tables;
using CxFunctions.LocalHost.Durable;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxFunctions.Bench.Journeys;

/// <summary>What a crash run came to.</summary>
/// <param name="Lost">Journeys that are not there or did not end.</param>
/// <param name="Wrong">Journeys that ended otherwise than they must.</param>
/// <param name="RanAfterCommit">Activities that ran again although their end was committed.</param>
/// <param name="EffectsTwice">Side effects done twice, under the same key: at-least-once at work.</param>
/// <param name="EffectsMore">Side effects done more than twice: killed in the same activity again, which this run leaves time to avoid.</param>
internal sealed record CrashFindings(int Journeys, int Kills, int Lost, int Wrong, int RanAfterCommit, int EffectsTwice, int EffectsMore, int Errors)
{
    public bool IsClean => Lost == 0 && Wrong == 0 && RanAfterCommit == 0 && EffectsMore == 0 && Errors == 0;

    /// <summary>Waits until no journey is under way, ten minutes at most.</summary>
    public static async Task SettledAsync(string storage, int journeys)
    {
        var reader = Reader(storage);
        var query = new OrchestrationQuery(InstanceIdPrefix: "journey-", Statuses: [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending], PageSize: 1);
        for (var look = 0; look < 120; look++)
        {
            await foreach (var page in reader.Client.GetAllInstancesAsync(query).AsPages())
            {
                if (page.Values.Count == 0)
                {
                    return;
                }

                break;
            }

            await Task.Delay(TimeSpan.FromSeconds(5));
        }

        Console.Error.WriteLine($"not all of {journeys} journeys have settled");
    }

    public static async Task<CrashFindings> OfAsync(string storage, int journeys, int kills, IReadOnlyCollection<string> errors)
    {
        var effects = await EffectsAsync(storage);
        var reader = Reader(storage);
        var (lost, wrong, ranAfter) = (0, 0, 0);
        foreach (var error in errors)
        {
            Console.Error.WriteLine(error);
        }

        await Parallel.ForEachAsync(Enumerable.Range(0, journeys), async (number, cancellation) =>
        {
            var id = CrashJourney.Id(number);
            if (await reader.Client.GetInstanceAsync(id, true, cancellation) is not { IsCompleted: true } found)
            {
                Interlocked.Increment(ref lost);
                return;
            }

            var output = found.RuntimeStatus == OrchestrationRuntimeStatus.Completed ? found.ReadOutputAs<CrashJourney.Output>() : null;
            if (output is null || output.Answer != CrashJourney.Answer(number) || output.Child != 1)
            {
                Interlocked.Increment(ref wrong);
                return;
            }

            // Runs begin with their time: the committed one must be the last of its step.
            var committed = new[] { $"invite-{output.Runs[0]}", $"end-{output.Runs[1]}" };
            Interlocked.Add(ref ranAfter, committed.Count(run => effects[id].Where(other => Step(other) == Step(run)).Max(StringComparer.Ordinal) != run));
        });
        var perStep = effects.SelectMany(one => one.GroupBy(Step)).Select(runs => runs.Count()).ToArray();
        return new(journeys, kills, lost, wrong, ranAfter, perStep.Count(count => count == 2), perStep.Count(count => count > 2), errors.Count);
    }

    /// <summary>An engine that is never started, for its client's readings.</summary>
    private static DurableEngine Reader(string storage) =>
        new(new TableServiceClient(storage), new() { HubName = CrashJourney.Hub }, TimeProvider.System, NullLoggerFactory.Instance);

    private static string Step(string run) => run[..run.IndexOf('-')];

    private static async Task<ILookup<string, string>> EffectsAsync(string storage)
    {
        List<TableEntity> rows = [];
        await foreach (var row in new TableServiceClient(storage).GetTableClient(CrashJourney.Effects).QueryAsync<TableEntity>())
        {
            rows.Add(row);
        }

        return rows.ToLookup(row => row.PartitionKey, row => row.RowKey);
    }
}
