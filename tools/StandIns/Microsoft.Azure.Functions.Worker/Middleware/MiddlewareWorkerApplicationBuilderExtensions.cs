using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds middleware to a worker.</summary>
public static class MiddlewareWorkerApplicationBuilderExtensions
{
    /// <summary>Adds a middleware class, built once by the services.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="builder">The worker being built.</param>
    /// <returns>The same.</returns>
    public static IFunctionsWorkerApplicationBuilder UseMiddleware<T>(this IFunctionsWorkerApplicationBuilder builder)
        where T : class, IFunctionsWorkerMiddleware
    {
        builder.Services.AddSingleton<T>();
        return builder.Use(next => context => context.InstanceServices.GetRequiredService<T>().Invoke(context, next));
    }

    /// <summary>Adds a delegate as middleware.</summary>
    /// <param name="builder">The worker being built.</param>
    /// <param name="middleware">Called with the call and a delegate that goes on with it.</param>
    /// <returns>The same.</returns>
    public static IFunctionsWorkerApplicationBuilder UseMiddleware(
        this IFunctionsWorkerApplicationBuilder builder, Func<FunctionContext, Func<Task>, Task> middleware) =>
        builder.Use(next => context => middleware(context, () => next(context)));
}
