using System.Diagnostics.CodeAnalysis;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>
/// Where the local host gets hold of an app that runs its own Program. Flows with the call, not with the process, so that
/// several apps can run in one process.
/// </summary>
internal sealed class WorkerHosting
{
    private static readonly AsyncLocal<WorkerHosting?> Flowing = new();

    /// <summary>The host on whose behalf this code runs, or null when the app was started alone.</summary>
    public static WorkerHosting? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    /// <summary>Called by CreateBuilder, before the app has seen its builder: adds configuration.</summary>
    public required Action<HostApplicationBuilder> Creating { get; init; }

    /// <summary>Called by Build, after the app has registered everything: adds the host's own services.</summary>
    public required Action<HostApplicationBuilder, IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>>> Building { get; init; }

    /// <summary>Called when the application is built.</summary>
    public required Action<IHost> Built { get; init; }

    [DoesNotReturn]
    public static void RefuseToRunAlone()
    {
        Console.Error.WriteLine("This is a Functions worker: start it with `dotnet run --project tools/LocalHost`");
        Environment.Exit(1);
    }
}
