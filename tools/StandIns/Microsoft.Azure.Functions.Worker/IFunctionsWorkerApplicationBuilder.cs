using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Builds a worker application.</summary>
public interface IFunctionsWorkerApplicationBuilder
{
    /// <summary>The services being configured.</summary>
    IServiceCollection Services { get; }

    /// <summary>Adds middleware around every function; the first added is the outermost.</summary>
    /// <param name="middleware">Given the next delegate, answers the one to call instead.</param>
    /// <returns>This builder.</returns>
    IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware);
}
