namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a worker's Program starts.</summary>
public class FunctionsApplication
{
    /// <summary>A builder with the defaults of a worker.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>The builder.</returns>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
