using CxFunctions.LocalHost.Durable;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Tests.Unit.Durable;

public class InstanceRowTests
{
    private static readonly DateTime Start = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>Waits for its start, with a status of its own, after a message of another.</summary>
    private static readonly Instance Waiting = new("one", "generation-1", HistoryList.From([new ExecutionStarted("Program", "1.0", StartAt: Start.AddDays(1))]))
    {
        Name = "Program",
        Version = "1.0",
        CreatedAt = Start,
        UpdatedAt = Start,
        CustomStatus = "\"first\"",
        Heard = new Dictionary<string, int> { ["other"] = 1 },
    };

    [Fact]
    public void What_a_step_takes_back_or_adds_is_seen_in_the_row_that_it_is_merged_into()
    {
        var store = new PureStore(); // compares with what was meant, at every commit
        store.Commit(Waiting);
        var heard = Waiting with { Heard = new Dictionary<string, int> { ["other"] = 2, ["third"] = 1 }, CustomStatus = "\"second\"", Delivered = 3, UpdatedAt = Start.AddMinutes(1) };
        store.Commit(heard);
        store.Commit(heard with { CustomStatus = null, Status = OrchestrationRuntimeStatus.Terminated, History = heard.History.Append([new ExecutionTerminated(Recursive: false)]) });

        Assert.Empty(store.Unfinished);
    }

    [Fact]
    public void The_row_of_a_new_generation_keeps_nothing_of_the_one_before()
    {
        var store = new PureStore();
        store.Commit(Waiting with { Delivered = 5 });
        store.Commit(Waiting with { Execution = "generation-2", Version = "", CustomStatus = null, Heard = new Dictionary<string, int>() });

        Assert.Equal(Start.AddDays(1), Assert.Single(store.Unfinished).Due);
    }
}
