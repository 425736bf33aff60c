using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Text;
using Azure.Core.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace CxFunctions.Tests.EndToEnd.Privacy;

/// <summary>
/// Hears what this process says about itself: every log line of host and app that their own filters let through at the lowest level,
/// with its values, scopes and exceptions; every trace with its tags; every event of the Azure clients.
/// </summary>
internal sealed class Overheard : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly ConcurrentQueue<Activity> _traces = [];
    private readonly ActivityListener _traceListener;
    private readonly AzureEventSourceListener _azure;

    public Overheard()
    {
        _traceListener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _traces.Enqueue,
        };
        ActivitySource.AddActivityListener(_traceListener);
        _azure = new AzureEventSourceListener((e, message) => _lines.Enqueue($"event {e.EventSource.Name} {message}"), EventLevel.Verbose);
    }

    /// <summary>Everything that was said so far.</summary>
    public IReadOnlyList<string> Lines => [.. _lines, .. _traces.Select(TextOf)];

    /// <summary>Joins a log, under the filters that it has; the console stays quiet meanwhile.</summary>
    public void Join(ILoggingBuilder log) => log.SetMinimumLevel(LogLevel.Trace).AddProvider(new Listener(_lines)).AddFilter<ConsoleLoggerProvider>(_ => false);

    public void Dispose()
    {
        _traceListener.Dispose();
        _azure.Dispose();
    }

    private static string TextOf(Activity trace) =>
        $"trace {trace.Source.Name} {trace.OperationName} {trace.DisplayName} {trace.Status} {trace.StatusDescription} {TextOf(trace.TagObjects)}"
        + string.Concat(trace.Events.Select(e => $" {e.Name} {TextOf(e.Tags)}"))
        + string.Concat(trace.Baggage.Select(b => $" {b.Key}={b.Value}"));

    private static string TextOf(object? said) => said is IEnumerable<KeyValuePair<string, object?>> values
        ? string.Join(' ', values.Select(v => $"{v.Key}={v.Value}"))
        : said?.ToString() ?? "";

    /// <summary>In one log; each log has scopes of its own.</summary>
    private sealed class Listener(ConcurrentQueue<string> lines) : ILoggerProvider, ISupportExternalScope
    {
        private readonly ConcurrentQueue<string> _lines = lines;
        private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

        public ILogger CreateLogger(string categoryName) => new Ear(this, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public void Dispose()
        {
        }

        private sealed class Ear(Listener listener, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => listener._scopes.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var line = new StringBuilder($"log {category} {logLevel} {eventId.Id} {formatter(state, exception)} {TextOf(state)} {exception}");
                listener._scopes.ForEachScope((scope, text) => text.Append(" in ").Append(scope).Append(' ').Append(TextOf(scope)), line);
                listener._lines.Enqueue(line.ToString());
            }
        }
    }
}
