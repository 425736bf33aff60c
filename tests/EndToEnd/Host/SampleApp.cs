using System.Collections.Concurrent;
using CxFunctions.LocalHost;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxFunctions.Tests.EndToEnd.Host;

/// <summary>What the functions of these tests have seen, and how they are told to behave.</summary>
public sealed class Notes
{
    public ConcurrentQueue<string> Seen { get; } = [];

    /// <summary>Called by a function with what it was given; may wait or throw.</summary>
    public Func<string, CancellationToken, Task> Behave { get; set; } = (_, _) => Task.CompletedTask;

    public async Task TakeAsync(string what, CancellationToken cancellation = default)
    {
        Seen.Enqueue(what);
        await Behave(what, cancellation);
    }
}

/// <summary>A small app of our own, entered as a real one is: through its Program.</summary>
internal static class SampleApp
{
    private const string DefaultHostJson = """{"version":"2.0","extensions":{"http":{"routePrefix":""}}}""";

    public static LocalHostOptions With(
        LocalHostOptions options, Notes notes, Type functions, string? hostJson = null, Action<FunctionsApplicationBuilder>? configure = null) => options with
        {
            Assembly = typeof(SampleApp).Assembly,
            Entry = args => Program(args, notes, configure),
            FunctionTypes = [functions],
            HostJson = hostJson ?? DefaultHostJson,
            ReadLocalSettings = false,
            WithSandbox = false,
        };

    private static void Program(string[] args, Notes notes, Action<FunctionsApplicationBuilder>? configure)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton(notes);
        configure?.Invoke(builder);
        builder.Build().Run();
    }
}
