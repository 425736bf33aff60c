namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Runs a function, or the rest of the middleware before it.</summary>
/// <param name="context">The call.</param>
/// <returns>Done when the function is.</returns>
public delegate Task FunctionExecutionDelegate(FunctionContext context);
