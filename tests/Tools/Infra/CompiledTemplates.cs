namespace CxFunctions.Tests.Tools.Infra;

/// <summary>Everything in infra/ compiled and linted once, for all tests that read the result.</summary>
public sealed class CompiledTemplates : IAsyncLifetime
{
    private readonly TemplateCopy _copy = new();

    internal CompilerRun Build { get; private set; } = null!;

    internal CompilerRun Lint { get; private set; } = null!;

    internal CompilerRun BuildParameters { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!BicepCompiler.IsHere)
        {
            return;
        }

        Lint = await BicepCompiler.RunAsync(_copy.Folder, ["lint", "--pattern", "**/*.bicep"]);
        Build = await BicepCompiler.RunAsync(_copy.Folder, ["build", "--pattern", "**/*.bicep"]);
        BuildParameters = await BicepCompiler.RunAsync(_copy.Folder, ["build-params", "--pattern", "**/*.bicepparam"]);
    }

    /// <summary>Whether the compiler wrote its own output for a template or parameter file.</summary>
    internal bool Made(string file) => File.Exists(Path.Combine(_copy.Folder, Path.ChangeExtension(file, ".json")));

    public ValueTask DisposeAsync()
    {
        _copy.Dispose();
        return ValueTask.CompletedTask;
    }
}
