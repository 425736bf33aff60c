using CxFunctions.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Tests.EndToEnd.Host;

public sealed class HttpLimitTests
{
    [Fact]
    public async Task Beyond_maxOutstandingRequests_the_next_is_answered_429()
    {
        var gate = new TaskCompletionSource();
        var began = new TaskCompletionSource();
        var notes = new Notes
        {
            Behave = async (_, _) =>
            {
                began.TrySetResult();
                await gate.Task;
            },
        };
        await using var host = await StartAsync(notes, """{"extensions":{"http":{"routePrefix":"","maxOutstandingRequests":1}}}""");
        var first = host.Http.PostAsync("/take", new StringContent("first"), TestContext.Current.CancellationToken);
        await began.Task;
        using var second = await host.Http.PostAsync("/take", new StringContent("second"), TestContext.Current.CancellationToken);
        Assert.Equal(429, (int)second.StatusCode);
        gate.SetResult();
        using var answered = await first;
        Assert.Equal(200, (int)answered.StatusCode);
    }

    [Fact]
    public async Task A_function_that_runs_longer_than_functionTimeout_is_cancelled()
    {
        var notes = new Notes { Behave = (_, cancellation) => Task.Delay(TimeSpan.FromMinutes(5), cancellation) };
        await using var host = await StartAsync(notes, """{"functionTimeout":"00:00:00.300","extensions":{"http":{"routePrefix":""}}}""");
        using var response = await host.Http.PostAsync("/take", new StringContent("slow"), TestContext.Current.CancellationToken);
        Assert.Equal(500, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_body_over_the_limit_of_the_host_is_answered_413()
    {
        var notes = new Notes();
        await using var host = await TestHost.StartAsync(options => SampleApp.With(options, notes, typeof(HttpLimitFunctions)) with
        {
            Settings = new Dictionary<string, string> { ["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] = "1000" },
        });
        foreach (var length in new[] { 1001, 3_000_000, 1001, 3_000_000 })
        {
            using var large = await host.Http.PostAsync("/take", new StringContent(new string('x', length)), TestContext.Current.CancellationToken);
            Assert.Equal(413, (int)large.StatusCode);
        }
        using var small = await host.Http.PostAsync("/take", new StringContent("x"), TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)small.StatusCode);
        Assert.Equal(["x"], notes.Seen);
    }

    [Fact]
    public async Task A_body_that_grows_over_the_limit_without_having_said_so_never_reaches_the_function_whole()
    {
        var notes = new Notes();
        await using var host = await TestHost.StartAsync(options => SampleApp.With(options, notes, typeof(HttpLimitFunctions)) with
        {
            Settings = new Dictionary<string, string> { ["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] = "1000" },
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/take") { Content = new StringContent(new string('x', 5000)) };
        request.Headers.TransferEncodingChunked = true;
        using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Empty(notes.Seen);
    }

    private static Task<TestHost> StartAsync(Notes notes, string hostJson) =>
        TestHost.StartAsync(options => SampleApp.With(options, notes, typeof(HttpLimitFunctions), hostJson));
}

internal sealed class HttpLimitFunctions(Notes notes)
{
    [Function("take")]
    public async Task<IResult> Take([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request, FunctionContext context)
    {
        using var reader = new StreamReader(request.Body);
        await notes.TakeAsync(await reader.ReadToEndAsync(context.CancellationToken), context.CancellationToken);
        return Results.Ok();
    }
}
