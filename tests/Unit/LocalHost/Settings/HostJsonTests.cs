using CxFunctions.LocalHost.Settings;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Tests.Unit.LocalHost.Settings;

public class HostJsonTests
{
    [Fact]
    public void What_is_not_said_is_as_the_Functions_host_has_it()
    {
        var host = HostJson.Parse("""{"version":"2.0"}""");
        Assert.Equal("api", host.RoutePrefix);
        Assert.Equal(new QueueSettings { BatchSize = 16, NewBatchThreshold = 8, MaxDequeueCount = 5, Base64 = true }, host.Queues);
        Assert.Equal(TimeSpan.FromMinutes(30), host.FunctionTimeout);
        Assert.Equal(-1, host.MaxOutstandingRequests);
    }

    [Fact]
    public void Everything_that_is_said_is_obeyed()
    {
        var host = HostJson.Parse("""
            {
              "version": "2.0", // comments are allowed
              "functionTimeout": "00:05:00",
              "extensions": {
                "http": { "routePrefix": "", "maxOutstandingRequests": 100 },
                "queues": { "batchSize": 32, "newBatchThreshold": 4, "maxDequeueCount": 2, "visibilityTimeout": "00:00:30", "maxPollingInterval": "00:00:00.200", "messageEncoding": "none" },
                "durableTask": { "hubName": "Journeys", "maxConcurrentActivityFunctions": 3, "maxConcurrentOrchestratorFunctions": 4 }
              },
              "logging": { "logLevel": { "default": "Error", "CxFunctions": "Debug" } }
            }
            """);
        Assert.Equal(("", 100, TimeSpan.FromMinutes(5)), (host.RoutePrefix, host.MaxOutstandingRequests, host.FunctionTimeout));
        Assert.Equal(
            new QueueSettings
            {
                BatchSize = 32,
                NewBatchThreshold = 4,
                MaxDequeueCount = 2,
                VisibilityTimeout = TimeSpan.FromSeconds(30),
                MaxPollingInterval = TimeSpan.FromMilliseconds(200),
                Base64 = false,
            },
            host.Queues);
        Assert.Equal(LogLevel.Debug, host.LogLevels["cxfunctions"]);
    }

    [Fact]
    public void The_threshold_is_half_a_batch_when_it_is_not_said() =>
        Assert.Equal(16, HostJson.Parse("""{"extensions":{"queues":{"batchSize":32}}}""").Queues.NewBatchThreshold);

    [Theory]
    [InlineData("""{"extensions":{"queues":{"batchSize":33}}}""", "extensions.queues.batchSize is 33; it must be a number from 1 to 32.")]
    [InlineData("""{"extensions":{"queues":{"visibilityTimeout":"soon"}}}""", "extensions.queues.visibilityTimeout is \"soon\"; it must be a time such as \"00:00:30\".")]
    [InlineData("""{"extensions":{"queues":{"messageEncoding":"utf8"}}}""", "extensions.queues.messageEncoding is \"utf8\"; it must be base64 or none.")]
    [InlineData("""{"extensions":{"queues":{"maxPollingInterval":"00:00:00.010"}}}""", "extensions.queues.maxPollingInterval is 00:00:00.0100000; it must be at least 100 ms.")]
    public void A_value_out_of_its_range_is_named(string text, string why) =>
        Assert.Equal(why, Assert.Throws<FormatException>(() => HostJson.Parse(text)).Message);
}
