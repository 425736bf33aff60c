using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Queues;
using CxFunctions.Foundation;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;
using CxFunctions.Tests.EndToEnd.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Host;

public sealed class UnreadableMessageTests
{
    private const int Tries = 5;
    private const int Later = 99;
    private const string Different = """{"version":99,"whatever":"a later release writes"}""";

    private static readonly Dictionary<string, Type> Messages = new()
    {
        [QueueNames.Transactions] = typeof(TransactionsReceived),
        [QueueNames.JourneySignals] = typeof(JourneySignal),
        [QueueNames.Responses] = typeof(ResponseSaved),
        [QueueNames.AnalyzedResponses] = typeof(ResponseAnalyzed),
        [QueueNames.AnalysisRetries] = typeof(AnalysisPostponed),
        [QueueNames.Facts] = typeof(FactChanged),
        [QueueNames.ChangedRollups] = typeof(RollupChanged),
        [QueueNames.Cases] = typeof(CaseRequested),
        [QueueNames.Notices] = typeof(ManagerNotice),
        [QueueNames.OptOuts] = typeof(OptOutReceived),
        [QueueNames.Wishes] = typeof(WishReceived),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A release is taken back while messages of the newer one lie in the queues: they wait, everything else goes on.</summary>
    [Fact]
    public async Task A_message_of_a_version_that_nobody_knows_waits_in_poison_with_its_reason_on_every_queue_and_the_rest_goes_on()
    {
        Assert.Equal(QueueNames.All.Order(), Messages.Keys.Order());
        await using var scene = await Scene.StartAsync();
        var queues = scene.Services.GetRequiredService<QueueServiceClient>();
        foreach (var (queue, type) in Messages)
        {
            await queues.GetQueueClient(queue).SendMessageAsync(Different, Stop);
            await queues.GetQueueClient(queue).SendMessageAsync(OfLaterVersion(type), Stop);
        }
        for (var tries = 0; tries < Tries; tries++)
        {
            await scene.AdvanceAsync(TimeSpan.FromSeconds(31));
        }

        foreach (var (queue, type) in Messages)
        {
            var dead = (await queues.GetQueueClient(queue + "-poison").PeekMessagesAsync(32, Stop)).Value.Select(message => message.Body.ToString());
            Assert.Equal((queue, Different + OfLaterVersion(type)), (queue, string.Concat(dead.OrderByDescending(body => body == Different))));
            var told = await ReasonsAsync(scene, queue);
            Assert.Equal((queue, 2), (queue, told.Count(reason => reason.Contains("of version 99; this release knows version", StringComparison.Ordinal))));
        }
        await scene.PostAsync(Scene.Purchase("T-1", scene.Now));
        Assert.Equal(LedgerReason.Eligible, (await scene.LedgerAsync("T-1")).Reason);
    }

    /// <summary>What the app says of the messages in poison.</summary>
    private static async Task<IReadOnlyList<string>> ReasonsAsync(Scene scene, string queue)
    {
        var poison = await scene.Http.GetFromJsonAsync<JsonElement>($"/api/poison?code={scene.HostKey}", Stop);
        var messages = poison.GetProperty("queues").EnumerateArray().Single(q => q.GetProperty("queue").GetString() == queue).GetProperty("messages");
        return [.. messages.EnumerateArray().Select(m => m.TryGetProperty("reason", out var reason) ? reason.GetProperty("sentence").GetString()! : "none")];
    }

    /// <summary>With every member that this release knows, so that only the version speaks against it.</summary>
    private static string OfLaterVersion(Type type) => JsonSerializer.Serialize(Some(type), type, CxJson.Lenient);

    private static object? Some(Type type, string? name = null)
    {
        var (kind, isGeneric) = (Nullable.GetUnderlyingType(type) ?? type, type.IsGenericType);
        return kind == typeof(int) ? (name == "Version" ? Later : 1)
            : kind == typeof(string) ? "x"
            : kind == typeof(DateTimeOffset) ? Scene.Ten
            : kind == typeof(Uri) ? new Uri("https://cx.example/")
            : kind.IsEnum ? Enum.GetValues(kind).GetValue(0)
            : isGeneric && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) ? Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))
            : isGeneric && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? Array.CreateInstance(type.GetGenericArguments()[0], 0)
            : kind.IsValueType ? Activator.CreateInstance(kind)
            : Construct(kind);
    }

    private static object Construct(Type record)
    {
        var constructor = record.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Some(p.ParameterType, p.Name))]);
    }
}
