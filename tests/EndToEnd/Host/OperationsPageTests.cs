using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Queues;
using CxFunctions.Tests.Harness;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Tests.EndToEnd.Host;

public sealed class OperationsPageTests : IAsyncLifetime
{
    private readonly Notes _notes = new();
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(options => SampleApp.With(options, _notes, typeof(OperationsPageFunctions)) with
    {
        FunctionTypes = [typeof(OperationsPageFunctions), typeof(DurableTriggerFunctions)],
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_poison_message_is_counted_and_has_its_page()
    {
        _notes.Behave = (_, _) => throw new InvalidOperationException("no such program");
        await new QueueClient(_host.Host.Storage, "texts").CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await new QueueClient(_host.Host.Storage, "texts").SendMessageAsync(
            Convert.ToBase64String("x"u8), TestContext.Current.CancellationToken);
        await _host.Host.WhenIdleAsync();
        var queue = (await StateAsync()).GetProperty("queues")[0];
        Assert.Equal(("texts", 0, 1), (queue.GetProperty("name").GetString(), queue.GetProperty("depth").GetInt32(), queue.GetProperty("poison").GetInt32()));
        var page = await _host.Http.GetStringAsync("/host/queues/texts", TestContext.Current.CancellationToken);
        Assert.Contains("Given up by shownTexts", page, StringComparison.Ordinal);
        Assert.Contains("/host/queues/texts", await _host.Http.GetStringAsync("/host", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timer_shows_its_last_and_next_run()
    {
        await _host.Host.AdvanceAsync(TimeSpan.FromMinutes(20));
        var timer = (await StateAsync()).GetProperty("timers")[0];
        Assert.Equal(TestHost.Start.AddMinutes(15), timer.GetProperty("last").GetDateTimeOffset());
        Assert.Equal(TestHost.Start.AddMinutes(30), timer.GetProperty("next").GetDateTimeOffset());
    }

    [Fact]
    public async Task An_instance_is_found_by_state_and_shown_with_its_history()
    {
        using var started = await _host.Http.PostAsync("/journeys/T-1", null, TestContext.Current.CancellationToken);
        await _host.Host.WhenIdleAsync();
        var list = await _host.Http.GetStringAsync("/host/instances?status=Running&id=T-", TestContext.Current.CancellationToken);
        Assert.Contains("/host/instances/T-1", list, StringComparison.Ordinal);
        Assert.Contains("/host/instances/T-1", await _host.Http.GetStringAsync("/host/instances?status=&id=", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var none = await _host.Http.GetStringAsync("/host/instances?status=Failed&id=T-", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("/host/instances/T-1", none, StringComparison.Ordinal);
        var page = await _host.Http.GetStringAsync("/host/instances/T-1", TestContext.Current.CancellationToken);
        Assert.Contains("ExecutionStarted journey", page, StringComparison.Ordinal);
        Assert.Contains("TimerCreated, due 2026-11-25 10:00:00Z", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_for_this_machine_only()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/host") { Headers = { Host = "rebound.example" } };
        using var response = await _host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)response.StatusCode);
    }

    private Task<JsonElement> StateAsync() => _host.Http.GetFromJsonAsync<JsonElement>("/host/state", TestContext.Current.CancellationToken);
}

internal sealed class OperationsPageFunctions(Notes notes)
{
    [Function("shownTexts")]
    public Task Text([QueueTrigger("texts")] string text) => notes.TakeAsync(text);

    [Function("shownQuarterly")]
    public Task Quarterly([TimerTrigger("0 */15 * * * *")] TimerInfo timer) =>
        notes.TakeAsync("quarter");
}
