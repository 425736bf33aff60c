namespace CxFunctions.LocalHost.Functions;

/// <summary>Runs a function of the app with the values of its parameters, in their order.</summary>
/// <param name="function">Its place in the list of functions.</param>
/// <param name="values">Trigger, inputs, binder, cancellation.</param>
/// <returns>What it returned.</returns>
public delegate Task<object?> RunFunction(int function, object?[] values);

/// <summary>The base of the class that is emitted, with one method for each function of the app. Public for the emitted code.</summary>
/// <param name="run">Runs a function.</param>
public abstract class EmittedFunctions(RunFunction run)
{
    /// <summary>What every emitted method does.</summary>
    /// <param name="function">Its place in the list of functions.</param>
    /// <param name="values">Its arguments.</param>
    /// <returns>What it returned.</returns>
    protected Task<object?> RunAsync(int function, object?[] values) => run(function, values);
}
