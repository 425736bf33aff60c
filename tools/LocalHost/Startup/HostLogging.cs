using Microsoft.Extensions.Logging.Console;

namespace CxFunctions.LocalHost;

/// <summary>One log for the host and the app, on the console, a line a sentence.</summary>
internal static class HostLogging
{
    private const string GenericHost = "Microsoft.Extensions.Hosting.Internal.Host";

    public static ILoggerFactory Create(IReadOnlyDictionary<string, LogLevel> levels, LogLevel least, Action<ILoggingBuilder>? more = null) => LoggerFactory.Create(builder =>
    {
        builder.SetMinimumLevel(levels.GetValueOrDefault("default", LogLevel.Information) > least ? levels["default"] : least);
        foreach (var (category, level) in levels.Where(entry => !entry.Key.Equals("default", StringComparison.OrdinalIgnoreCase)))
        {
            builder.AddFilter(category, level > least ? level : least);
        }
        builder.AddFilter(GenericHost, LogLevel.None).AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Azure", LogLevel.Warning);
        // Not news: containers, tables and queues that are there already, or are not.
        builder.AddFilter("Azure.Core", LogLevel.Error).AddFilter("Host.Results", LogLevel.None);
        // Not news: timers that were given up come due nevertheless.
        builder.AddFilter("DurableTask.AzureStorage", LogLevel.Error).AddFilter("DurableTask.Core", LogLevel.Error);
        // Not news: the worker's own idea of a port is put aside.
        builder.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
        // Both write down addresses, which hold link tokens and keys; the first hangs them on every other line, too.
        builder.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None).AddFilter("Yarp", LogLevel.Warning);
        // Standard output is for what was asked for: the addresses, and a demo's summary.
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.TimestampFormat = "HH:mm:ss ";
            options.ColorBehavior = LoggerColorBehavior.Default;
        });
        more?.Invoke(builder);
    });

    /// <summary>That log in a container that ends what it holds: this does not end.</summary>
    public sealed class Shared(ILoggerFactory factory) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) => factory.CreateLogger(categoryName);

        public void AddProvider(ILoggerProvider provider) => factory.AddProvider(provider);

        public void Dispose()
        {
        }
    }

    /// <summary>Has the app write to that log; it neither owns nor ends it.</summary>
    public sealed class Forwarding(ILoggerFactory factory) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) =>
            categoryName == GenericHost ? new WithoutStartFailure(factory.CreateLogger("Worker")) : factory.CreateLogger(categoryName);

        public void Dispose()
        {
        }
    }

    /// <summary>The generic host logs a start that fails with its stack; LocalHost says it in the app's words.</summary>
    private sealed class WithoutStartFailure(ILogger inner) : ILogger
    {
        private const int StartFailed = 11;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id != StartFailed)
            {
                inner.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
