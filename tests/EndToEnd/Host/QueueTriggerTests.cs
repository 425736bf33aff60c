using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CxFunctions.Tests.Harness;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Tests.EndToEnd.Host;

public sealed class QueueTriggerTests : IAsyncLifetime
{
    private const string HostJson = """
        {"version":"2.0","extensions":{"queues":{"batchSize":4,"newBatchThreshold":2,"maxDequeueCount":3,"visibilityTimeout":"00:00:30","maxPollingInterval":"00:00:00.500"}}}
        """;

    private readonly Notes _notes = new();
    private TestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync(options => SampleApp.With(options, _notes, typeof(QueueTriggerFunctions), HostJson));
        foreach (var name in new[] { "texts", "orders", "whole" })
        {
            await Queue(name).CreateIfNotExistsAsync();
        }
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_message_is_given_to_the_function_and_then_gone()
    {
        await Queue("texts").SendMessageAsync("hello", TestContext.Current.CancellationToken);
        await _host.Host.WhenIdleAsync();
        Assert.Equal(["hello 1"], _notes.Seen);
        Assert.Equal(0, await CountAsync("texts"));
    }

    [Fact]
    public async Task A_message_is_bound_as_a_record_and_as_a_whole_message()
    {
        await Queue("orders").SendMessageAsync("""{"ID":7,"city":"Lima"}""", TestContext.Current.CancellationToken);
        await Queue("whole").SendMessageAsync("as it is", TestContext.Current.CancellationToken);
        await _host.Host.WhenIdleAsync();
        Assert.Equal(["order 7 Lima", "whole as it is"], _notes.Seen.Order());
    }

    [Fact]
    public async Task A_failed_message_is_tried_again_after_the_visibility_timeout_and_not_before()
    {
        await _host.RestartAsync(options => options with { ClockSpeed = 10 });
        var tries = new List<DateTimeOffset>();
        _notes.Behave = (_, _) =>
        {
            tries.Add(_host.Host.Clock.GetUtcNow());
            return tries.Count == 1 ? throw new InvalidOperationException("not yet") : Task.CompletedTask;
        };
        await Queue("texts").SendMessageAsync("again", TestContext.Current.CancellationToken);
        while (tries.Count < 2)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Assert.Equal(["again 1", "again 2"], _notes.Seen);
        // Thirty seconds of a clock ten times as fast; storage counts whole seconds, and is looked at now and then.
        Assert.InRange((tries[1] - tries[0]).TotalSeconds, 20, 70);
    }

    [Fact]
    public async Task After_maxDequeueCount_tries_a_message_is_in_the_poison_queue_unchanged()
    {
        _notes.Behave = (_, _) => throw new InvalidOperationException("there is no such program");
        await Queue("texts").SendMessageAsync("doomed", TestContext.Current.CancellationToken);
        await _host.Host.WhenIdleAsync();
        Assert.Equal(["doomed 1", "doomed 2", "doomed 3"], _notes.Seen);
        Assert.Equal(0, await CountAsync("texts"));
        PeekedMessage poison = await Queue("texts-poison").PeekMessageAsync(TestContext.Current.CancellationToken);
        Assert.Equal("doomed", poison.Body.ToString());
    }

    [Fact]
    public async Task A_message_that_is_not_base64_goes_to_poison_at_once()
    {
        await new QueueClient(_host.Host.Storage, "texts").SendMessageAsync("not base64!", TestContext.Current.CancellationToken);
        await _host.Host.WhenIdleAsync();
        Assert.Empty(_notes.Seen);
        Assert.Equal(1, await CountAsync("texts-poison"));
    }

    [Fact]
    public async Task No_more_than_batch_and_threshold_run_at_once()
    {
        var gate = new TaskCompletionSource();
        var (running, most) = (0, 0);
        _notes.Behave = async (_, _) =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++running);
            }
            await gate.Task;
            lock (gate)
            {
                running--;
            }
        };
        for (var i = 0; i < 20; i++)
        {
            await Queue("texts").SendMessageAsync($"{i}", TestContext.Current.CancellationToken);
        }
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        gate.SetResult();
        await _host.Host.WhenIdleAsync();
        Assert.InRange(most, 3, 6);
        Assert.Equal(20, _notes.Seen.Count);
    }

    [Fact]
    public async Task A_message_that_another_process_sent_is_found_by_polling()
    {
        await _host.Host.WhenIdleAsync();
        await Shell.PutMessageAsync(_host.Host.Storage, "texts", Convert.ToBase64String("from outside"u8), TestContext.Current.CancellationToken);
        var until = DateTime.UtcNow.AddSeconds(10);
        while (_notes.Seen.IsEmpty && DateTime.UtcNow < until)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Assert.Equal(["from outside 1"], _notes.Seen);
    }

    [Fact]
    public async Task Stopping_lets_a_running_function_finish_and_its_message_is_gone()
    {
        var began = new TaskCompletionSource();
        _notes.Behave = async (_, _) =>
        {
            began.SetResult();
            await Task.Delay(700, CancellationToken.None);
            _notes.Seen.Enqueue("finished");
        };
        await Queue("texts").SendMessageAsync("slow", TestContext.Current.CancellationToken);
        await began.Task;
        await _host.Host.DisposeAsync();
        Assert.Equal(["slow 1", "finished"], _notes.Seen);
        Assert.Equal(0, await CountAsync("texts"));
    }

    private QueueClient Queue(string name) =>
        new(_host.Host.Storage, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    private async Task<int> CountAsync(string name)
    {
        QueueProperties properties = await Queue(name).GetPropertiesAsync(TestContext.Current.CancellationToken);
        return properties.ApproximateMessagesCount;
    }

    internal sealed record Order(int Id, string City);
}

internal sealed class QueueTriggerFunctions(Notes notes)
{
    [Function("texts")]
    public Task Text([QueueTrigger("texts")] string text, int dequeueCount, CancellationToken cancellation) =>
        notes.TakeAsync($"{text} {dequeueCount}", cancellation);

    [Function("orders")]
    public Task OrderAsync([QueueTrigger("orders")] QueueTriggerTests.Order order) => notes.TakeAsync($"order {order.Id} {order.City}");

    [Function("whole")]
    public Task Whole([QueueTrigger("whole")] QueueMessage message) => notes.TakeAsync($"whole {message.Body}");
}
