using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Tests.Contract.Durable;

public class DeterminismTests
{
    [Fact]
    public async Task Guids_and_the_time_are_the_same_on_every_replay()
    {
        List<string> seen = [];
        await using var hub = await DurableHub.StartAsync(h => h.Orchestrator("Stable", async context =>
        {
            var first = $"{context.NewGuid()} {context.CurrentUtcDateTime:o} {context.CurrentUtcDateTime.Kind}";
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            var second = $"{context.NewGuid()} {context.CurrentUtcDateTime:o}";
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            seen.Add(first + " " + second);
            await context.WaitForExternalEvent<string>("End");
            return first;
        }));
        var id = await hub.StartAsync("Stable", null, "the-id");
        await hub.PassAsync(TimeSpan.FromHours(1));
        await hub.PassAsync(TimeSpan.FromHours(1));
        await hub.KillAndBeginAgainAsync();
        await hub.Client.RaiseEventAsync(id, "End", null, DurableHub.Cancel);
        var output = await hub.OutputAsync<string>(id);

        Assert.Equal(2, seen.Count);
        Assert.Single(seen.Distinct());
        // RFC 9562 version 5 of "the-id_2026-03-01T12:00:00.0000000Z_0", computed by another library.
        Assert.Equal("cdfd7327-f028-500f-8bbb-8b7d46b301c3 2026-03-01T12:00:00.0000000Z Utc", output);
    }

    [Fact]
    public async Task IsReplaying_tells_the_first_time_from_the_others_and_its_loggers_speak_once()
    {
        var log = new ListLogger();
        List<bool> replaying = [];
        await using var hub = await DurableHub.StartAsync(h => h.WithLog(log).Orchestrator("Speaks", async context =>
        {
            var logger = context.CreateReplaySafeLogger("Test");
            for (var n = 0; n < 3; n++)
            {
                logger.LogInformation("step {N}", n);
                replaying.Add(context.IsReplaying);
                await context.CallActivityAsync("Echo", n);
            }

            return null;
        }).Activity<int>("Echo", n => n));
        await hub.OutputAsync<object>(await hub.StartAsync("Speaks"));

        Assert.Equal(["step 0", "step 1", "step 2"], log.Sentences.Where(sentence => sentence.StartsWith("step", StringComparison.Ordinal)));
        Assert.Equal([false, true, false, true, true, false, true, true, true], replaying);
    }

    [Theory]
    [InlineData("activity 'Other'")]
    [InlineData("timer")]
    [InlineData("nothing")]
    public async Task Code_that_does_something_else_on_replay_fails_the_instance_and_both_are_named(string instead)
    {
        var changed = false;
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Changed", async context =>
            {
                try
                {
                    var asked = (changed, instead) switch
                    {
                        (false, _) => context.CallActivityAsync("First"),
                        (_, "timer") => context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None),
                        (_, "nothing") => context.WaitForExternalEvent<string>("Go"),
                        _ => context.CallActivityAsync("Other"),
                    };
                    await asked;
                    await context.WaitForExternalEvent<string>("Go");
                }
                catch (Exception)
                {
                    return "user code must not catch it";
                }

                return "done";
            })
            .Activity<string>("First", _ => null).Activity<string>("Other", _ => null));
        var id = await hub.StartAsync("Changed");
        await hub.RestAsync();
        changed = true;
        await hub.Client.RaiseEventAsync(id, "Go", "", DurableHub.Cancel);
        var metadata = await hub.AtRestAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, metadata.RuntimeStatus);
        Assert.EndsWith("NonDeterministicOrchestrationException", metadata.FailureDetails!.ErrorType, StringComparison.Ordinal);
        Assert.Contains("activity 'First' as request 0", metadata.FailureDetails.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains(instead == "nothing" ? "did not make" : $"asked for {instead}", metadata.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_inputs_and_timer_times_are_not_a_mismatch()
    {
        var run = 0;
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Varies", async context =>
            {
                run++;
                await context.CallActivityAsync("Echo", run);
                await context.CreateTimer(TimeSpan.FromMinutes(run), CancellationToken.None);
                return "fine";
            })
            .Activity<int>("Echo", n => n));
        var id = await hub.StartAsync("Varies");
        await hub.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal("fine", await hub.OutputAsync<string>(id));
    }

    [Theory]
    [InlineData("delay")]
    [InlineData("delay beside an open timer")]
    [InlineData("thread pool")]
    [InlineData("not captured")]
    public async Task Awaiting_something_that_is_not_durable_is_found_out(string what)
    {
        await using var hub = await DurableHub.StartAsync(h => h
            .Orchestrator("Foreign", async context =>
            {
                switch (what)
                {
                    case "delay": await Task.Delay(20); break;
                    case "delay beside an open timer":
                        _ = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                        await Task.Delay(20);
                        break;
                    case "thread pool": await Task.Run(() => Thread.Sleep(20)); break;
                    default: await context.CallActivityAsync("Echo", 1).ConfigureAwait(false); break;
                }

                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return "hidden";
            })
            .Activity<int>("Echo", n => n));
        var id = await hub.StartAsync("Foreign");
        var metadata = await hub.Client.WaitForInstanceCompletionAsync(id, DurableHub.Cancel).WaitAsync(DurableHub.Patience, DurableHub.Cancel);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, metadata.RuntimeStatus);
        Assert.Contains("not durable", metadata.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    private sealed class ListLogger : ILoggerFactory, ILogger
    {
        public List<string> Sentences { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Sentences)
            {
                Sentences.Add(string.Create(CultureInfo.InvariantCulture, $"{formatter(state, exception)}"));
            }
        }
    }
}
