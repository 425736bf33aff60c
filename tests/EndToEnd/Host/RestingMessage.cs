using Azure.Storage.Queues;
using CxFunctions.Tests.Harness;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Tests.EndToEnd.Host;

/// <summary>A message that failed once and rests before its second try; storage is away when the rest is over.</summary>
internal static class RestingMessage
{
    private const string HostJson = """{"version":"2.0","extensions":{"queues":{"visibilityTimeout":"00:00:15","maxPollingInterval":"00:00:01"}}}""";

    public static async Task IsTriedAgainAsync(TimeSpan away)
    {
        var stop = TestContext.Current.CancellationToken;
        var notes = new Notes();
        notes.Behave = (_, _) => notes.Seen.Count == 1 ? throw new InvalidOperationException("not yet") : Task.CompletedTask;
        using var door = new TcpDoor(await SharedAzurite.NewAccountAsync());
        await using var host = await TestHost.StartAsync(options => SampleApp.With(options, notes, typeof(RestingMessageFunctions), HostJson) with { Storage = door.ConnectionString, ClockSpeed = 1 });
        var queue = new QueueClient(door.ConnectionString, "rests", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateIfNotExistsAsync(cancellationToken: stop);
        await queue.SendMessageAsync("patient", stop);
        await SeenAsync(notes, 1, TimeSpan.FromSeconds(30));

        door.Close();
        await Task.Delay(away, stop);
        door.Open();

        await SeenAsync(notes, 2, TimeSpan.FromSeconds(70));
        Assert.Equal(["patient 1", "patient 2"], notes.Seen);
    }

    private static async Task SeenAsync(Notes notes, int count, TimeSpan limit)
    {
        var until = DateTime.UtcNow + limit;
        while (notes.Seen.Count < count)
        {
            Assert.True(DateTime.UtcNow < until, $"The message was tried {notes.Seen.Count} times only.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        // Time for the failure to be settled.
        await Task.Delay(500, TestContext.Current.CancellationToken);
    }
}

internal sealed class RestingMessageFunctions(Notes notes)
{
    [Function("rests")]
    public Task Run([QueueTrigger("rests")] string text, int dequeueCount) => notes.TakeAsync($"{text} {dequeueCount}");
}
