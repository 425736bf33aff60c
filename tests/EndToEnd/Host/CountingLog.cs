using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Tests.EndToEnd.Host;

/// <summary>Listens to what a host logs, warnings and worse.</summary>
internal sealed class CountingLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = [];

    public CountingLog(ILoggerFactory log) => log.AddProvider(this);

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Clear() => _lines.Clear();

    public ILogger CreateLogger(string categoryName) => new Category(categoryName, _lines);

    public void Dispose()
    {
    }

    private sealed class Category(string name, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                lines.Enqueue($"{logLevel} {name}: {formatter(state, exception)}");
            }
        }
    }
}
