using Azure.Data.Tables;
using CxFunctions.LocalHost.Durable;
using Microsoft.DurableTask.Converters;

namespace CxFunctions.Bench.Journeys;

/// <summary>
/// A journey whose every step leaves a trace outside: one row for each run of an activity, under the step's idempotency key.
/// Its output names the runs that were committed.
/// </summary>
internal static class CrashJourney
{
    public const string Hub = "crash";
    public const string Effects = "crasheffects";

    public sealed record Input(int Number, int TimerMilliseconds);

    public sealed record Output(int Answer, string[] Runs, int Child);

    public static void Register(DurableEngine engine, TableServiceClient tables)
    {
        var effects = tables.GetTableClient(Effects);
        engine.Activities.Add("Effect", async (context, input) =>
        {
            var step = JsonDataConverter.Default.Deserialize<string>(input);
            var run = $"{DateTime.UtcNow.Ticks:D19}-{Guid.NewGuid():N}";
            await effects.AddEntityAsync(new TableEntity(context.InstanceId, $"{step}-{run}"));
            return run;
        });
        engine.Orchestrators.Add("Child", async context => await context.CallActivityAsync<string>("Effect", "child") is not null ? 1 : 0);
        engine.Orchestrators.Add("Journey", async context =>
        {
            var input = context.GetInput<Input>()!;
            var invited = await context.CallActivityAsync<string>("Effect", "invite");
            var answer = await context.WaitForExternalEvent<int>("Answer");
            await context.CreateTimer(TimeSpan.FromMilliseconds(input.TimerMilliseconds), CancellationToken.None);
            var child = input.Number % 4 == 0 ? await context.CallSubOrchestratorAsync<int>("Child", input.Number) : 1;
            var ended = await context.CallActivityAsync<string>("Effect", "end");
            return new Output(answer, [invited, ended], child);
        });
    }

    public static string Id(int number) => $"journey-{number}";

    /// <summary>The answer that a journey must end with.</summary>
    public static int Answer(int number) => number % 11;
}
