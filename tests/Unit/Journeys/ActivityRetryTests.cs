using Azure;
using CxFunctions.Journeys.Orchestration;
using Microsoft.DurableTask;

namespace CxFunctions.Tests.Unit.Journeys;

public class ActivityRetryTests
{
    public static TheoryData<Exception, bool> Failures() => new()
    {
        { new RequestFailedException(503, "busy"), false },
        { new AggregateException("Retry failed after 6 tries."), false },
        { new TaskCanceledException(), false },
        { new IOException(), false },
        { new KeyNotFoundException(), true },
        { new InvalidOperationException(), true },
        { new System.Text.Json.JsonException(), true },
        { new FormatException(), true },
    };

    /// <summary>What is out of reach is tried again; what is wrong fails at once, so that somebody hears of it while there is time.</summary>
    [Theory]
    [MemberData(nameof(Failures))]
    public void Whether_another_try_may_help_is_told_by_the_exceptions_type(Exception e, bool hopeless)
    {
        Assert.Equal(hopeless, ActivityRetry.IsHopeless(Of(e.GetType().FullName!)));
        Assert.Equal(hopeless, ActivityRetry.IsHopeless(Of(e.GetType().Name)));
    }

    /// <summary>So the worker reports what an asynchronous activity throws.</summary>
    [Theory]
    [MemberData(nameof(Failures))]
    public void What_is_wrapped_is_unwrapped(Exception e, bool hopeless)
    {
        var wrapped = new TaskFailureDetails("System.AggregateException", "", null, Of(e.GetType().FullName!), null);
        Assert.Equal(hopeless, ActivityRetry.IsHopeless(wrapped));
        Assert.Equal(e.GetType().FullName, ActivityRetry.CauseOf(wrapped));
    }

    private static TaskFailureDetails Of(string type) => new(type, "", null, null, null);
}
