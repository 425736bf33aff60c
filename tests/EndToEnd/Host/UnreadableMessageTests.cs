using System.Text.Json;
using Azure.Storage.Queues;
using CxFunctions.Foundation;
using CxFunctions.Journeys;
using CxFunctions.Tests.EndToEnd.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Host;

public sealed class UnreadableMessageTests
{
    private const int Tries = 5;
    private const string FromTheFuture = """{"version":99,"whatever":"a later release writes"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A release is taken back while messages of the newer one lie in the queues: they wait, everything else goes on.</summary>
    [Fact]
    public async Task A_message_of_a_version_that_nobody_knows_waits_in_poison_with_its_reason_on_every_queue_and_the_rest_goes_on()
    {
        await using var scene = await Scene.StartAsync();
        var queues = scene.Services.GetRequiredService<QueueServiceClient>();
        foreach (var queue in QueueNames.All)
        {
            await queues.GetQueueClient(queue).SendMessageAsync(FromTheFuture, Stop);
        }
        for (var tries = 0; tries < Tries; tries++)
        {
            await scene.AdvanceAsync(TimeSpan.FromSeconds(31));
        }

        var state = JsonDocument.Parse(await scene.Http.GetStringAsync("/host/state", Stop)).RootElement.GetProperty("queues").EnumerateArray().ToList();
        foreach (var queue in QueueNames.All)
        {
            var dead = await queues.GetQueueClient(queue + "-poison").PeekMessagesAsync(32, Stop);
            Assert.Equal((queue, FromTheFuture), (queue, Assert.Single(dead.Value).Body.ToString()));
            Assert.Contains("of version 99; this release knows version", await scene.Http.GetStringAsync("/host/queues/" + queue, Stop), StringComparison.Ordinal);
        }
        Assert.Equal(QueueNames.All.Order(), state.Select(q => q.GetProperty("name").GetString()!).Order());

        await scene.PostAsync(Scene.Purchase("T-1", scene.Now));
        Assert.Equal(LedgerReason.Eligible, (await scene.LedgerAsync("T-1")).Reason);
    }
}
