using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Loggers of a call.</summary>
public static class FunctionContextLoggerExtensions
{
    /// <summary>A logger named after a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="context">The call.</param>
    /// <returns>The logger.</returns>
    public static ILogger<T> GetLogger<T>(this FunctionContext context) =>
        context.InstanceServices.GetRequiredService<ILogger<T>>();

    /// <summary>A logger of a given category.</summary>
    /// <param name="context">The call.</param>
    /// <param name="categoryName">The category.</param>
    /// <returns>The logger.</returns>
    public static ILogger GetLogger(this FunctionContext context, string categoryName) =>
        context.InstanceServices.GetRequiredService<ILoggerFactory>().CreateLogger(categoryName);
}
