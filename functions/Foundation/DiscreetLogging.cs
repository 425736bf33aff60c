using Microsoft.Extensions.Logging;

namespace CxFunctions.Foundation;

/// <summary>
/// Keeps the framework from writing down what our addresses hold. It runs in the worker, so host.json does not reach it, and a filter of
/// its own category stands against any general level that somebody may set.
/// </summary>
internal static class DiscreetLogging
{
    public static ILoggingBuilder BeDiscreet(this ILoggingBuilder log) => log
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        // Says the address of each request, and hangs it on every line that is logged meanwhile. What functions throw is logged by others.
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
}
