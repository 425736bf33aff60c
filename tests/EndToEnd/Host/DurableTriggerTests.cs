using CxFunctions.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Tests.EndToEnd.Host;

public sealed class DurableTriggerTests : IAsyncLifetime
{
    private readonly Notes _notes = new();
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(options => SampleApp.With(options, _notes, typeof(DurableTriggerFunctions)));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_function_starts_a_journey_through_its_client_and_the_journey_waits_by_the_products_clock()
    {
        using var response = await _host.Http.PostAsync("/journeys/T-1", null, TestContext.Current.CancellationToken);
        Assert.Equal(202, (int)response.StatusCode);
        await _host.Host.AdvanceAsync(TimeSpan.FromHours(47));
        Assert.Equal(["T-1 invited T-1 at 10:00"], _notes.Seen);
        await _host.Host.AdvanceAsync(TimeSpan.FromHours(1));
        // A second early, as a timer of the AzureStorage provider may be: who must not act before the time looks at the clock.
        Assert.Equal(["T-1 invited T-1 at 10:00", "T-1 expired T-1 at 09:59"], _notes.Seen);
    }

    internal sealed record Survey(string Transaction, DateTime ExpiresAt);
}

internal sealed class DurableTriggerFunctions(Notes notes, TimeProvider clock)
{
    [Function("start")]
    public async Task<IResult> Start(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "journeys/{id}")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var survey = new DurableTriggerTests.Survey(id, clock.GetUtcNow().UtcDateTime.AddHours(48));
        await client.ScheduleNewOrchestrationInstanceAsync("journey", survey, new StartOrchestrationOptions(id), cancellation);
        return Results.Accepted();
    }

    [Function("journey")]
    public static async Task Journey([OrchestrationTrigger] TaskOrchestrationContext context, DurableTriggerTests.Survey survey)
    {
        await context.CallActivityAsync("note", $"invited {survey.Transaction}");
        await context.CreateTimer(survey.ExpiresAt, CancellationToken.None);
        await context.CallActivityAsync("note", $"expired {survey.Transaction}");
    }

    [Function("note")]
    public Task Note([ActivityTrigger] string what, string instanceId, FunctionContext context) =>
        notes.TakeAsync($"{instanceId} {what} at {clock.GetUtcNow():HH:mm}", context.CancellationToken);
}
