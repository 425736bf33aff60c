namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Wraps every call of a function.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Called in place of the function; calls <paramref name="next"/> to go on.</summary>
    /// <param name="context">The call.</param>
    /// <param name="next">The rest.</param>
    /// <returns>Done when the call is.</returns>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
