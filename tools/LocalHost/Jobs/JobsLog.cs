using CxFunctions.LocalHost.Bridge;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxFunctions.LocalHost.Jobs;

/// <summary>The host's log for the official part. Where a function threw or was cancelled, the worker has said so with the whole cause; the SDK says it twice more.</summary>
internal sealed class JobsLog(ILoggerFactory factory) : ILoggerFactory
{
    private volatile bool _isStopping;

    public ILogger CreateLogger(string categoryName) => IsDurableEcho(categoryName) ? NullLogger.Instance : new Quieter(this, factory.CreateLogger(categoryName));

    /// <summary>From now on nothing is news: what runs is cut off, to be done again by the next host.</summary>
    public void Stop() => _isStopping = true;

    public void AddProvider(ILoggerProvider provider) => factory.AddProvider(provider);

    /// <summary>The host's log goes on.</summary>
    public void Dispose()
    {
    }

    // Meant for what an app inside the host would log; of one outside only the Durable extension writes there, what was just said under the function's own name.
    private static bool IsDurableEcho(string category) => category.StartsWith("Function.", StringComparison.Ordinal) && category.EndsWith(".User", StringComparison.Ordinal);

    private sealed class Quieter(JobsLog log, ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => !log._isStopping && inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!log._isStopping && exception is not (FunctionFailedException or OperationCanceledException) && exception?.InnerException is not (FunctionFailedException or OperationCanceledException))
            {
                inner.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
