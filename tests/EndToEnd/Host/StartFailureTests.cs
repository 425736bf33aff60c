using System.ComponentModel.DataAnnotations;
using CxFunctions.LocalHost;
using CxFunctions.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Host;

public sealed class StartFailureTests
{
    [Fact]
    public async Task A_setting_that_the_app_refuses_stops_the_start_with_the_apps_own_words()
    {
        var failure = await StartingAsync(typeof(StartFailureFine), options => options.AddOptions<Limits>()
            .Configure(limits => limits.PerDay = 0).ValidateDataAnnotations().ValidateOnStart());
        Assert.Contains("Limits__PerDay must be at least 1.", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(StartFailureNotSixFields), "not a schedule of six fields")]
    [InlineData(typeof(StartFailureTimeSpanSchedule), "time span")]
    [InlineData(typeof(StartFailureSameRouteTwice), "same route")]
    public async Task A_function_that_production_would_not_run_stops_the_start(Type functions, string why) =>
        Assert.Contains(why, (await StartingAsync(functions)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_second_host_on_a_data_folder_refuses_to_start_and_says_which_process_has_it()
    {
        await using var first = await TestHost.StartAsync(options => SampleApp.With(options, new Notes(), typeof(StartFailureFine)));
        var failure = await Assert.ThrowsAsync<LocalHostException>(() => TestHost.StartAsync(
            options => SampleApp.With(options, new Notes(), typeof(StartFailureFine)) with { DataFolder = first.Host.DataFolder }));
        Assert.Contains($"process {Environment.ProcessId}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_failed_to_start_leaves_its_folder_free()
    {
        var options = SampleApp.With(await TestHost.NewOptionsAsync(), new Notes(), typeof(StartFailureNotSixFields));
        await Assert.ThrowsAsync<LocalHostException>(() => LocalHost.Running.RunningHost.StartAsync(options, TestContext.Current.CancellationToken));
        await using var second = await LocalHost.Running.RunningHost.StartAsync(
            options with { FunctionTypes = [typeof(StartFailureFine)] }, TestContext.Current.CancellationToken);
        Assert.NotNull(second.Url);
    }

    private static Task<LocalHostException> StartingAsync(Type functions, Action<IServiceCollection>? services = null) =>
        Assert.ThrowsAsync<LocalHostException>(() => TestHost.StartAsync(
            options => SampleApp.With(options, new Notes(), functions, configure: builder => services?.Invoke(builder.Services))));

    internal sealed class Limits
    {
        [Range(1, 1000, ErrorMessage = "Limits__PerDay must be at least 1.")]
        public int PerDay { get; set; }
    }
}

internal sealed class StartFailureFine
{
    [Function("fine")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Ok();
}

internal sealed class StartFailureNotSixFields
{
    [Function("five")]
    public static void Run([TimerTrigger("*/5 * * * *")] TimerInfo timer)
    {
    }
}

internal sealed class StartFailureTimeSpanSchedule
{
    [Function("span")]
    public static void Run([TimerTrigger("00:30:00")] TimerInfo timer)
    {
    }
}

internal sealed class StartFailureSameRouteTwice
{
    [Function("one")]
    public static IResult One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "same")] HttpRequest request) => Results.Ok();

    [Function("two")]
    public static IResult Two([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "same")] HttpRequest request) => Results.Ok();
}
