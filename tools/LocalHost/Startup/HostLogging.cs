using Microsoft.Extensions.Logging.Console;

namespace CxFunctions.LocalHost;

/// <summary>One log for the host and the app, on the console, a line a sentence.</summary>
internal static class HostLogging
{
    public static ILoggerFactory Create(IReadOnlyDictionary<string, LogLevel> levels, LogLevel least) => LoggerFactory.Create(builder =>
    {
        builder.SetMinimumLevel(levels.GetValueOrDefault("default", LogLevel.Information) > least ? levels["default"] : least);
        foreach (var (category, level) in levels.Where(entry => !entry.Key.Equals("default", StringComparison.OrdinalIgnoreCase)))
        {
            builder.AddFilter(category, level > least ? level : least);
        }
        builder.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Azure", LogLevel.Warning);
        builder.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.TimestampFormat = "HH:mm:ss ";
            options.ColorBehavior = LoggerColorBehavior.Default;
        });
    });

    /// <summary>Has the app write to that log; it neither owns nor ends it.</summary>
    public sealed class Forwarding(ILoggerFactory factory) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => factory.CreateLogger(categoryName);

        public void Dispose()
        {
        }
    }
}
