namespace CxFunctions.Tests.Tools.Infra;

/// <summary>A copy of infra/ with one mistake of each kind, compiled and linted once.</summary>
public sealed class AlteredTemplates : IAsyncLifetime
{
    private readonly TemplateCopy _copy = new();

    internal CompilerRun Lint { get; private set; } = null!;

    internal CompilerRun Build { get; private set; } = null!;

    internal CompilerRun BuildParameters { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!BicepCompiler.IsHere)
        {
            return;
        }

        _copy.Alter("modules/plan.bicep", "reserved: true", "reservd: true");
        _copy.Alter("modules/eventGrid.bicep", "maxEventsPerBatch: 20", "maxEventsPerBatch: '20'");
        _copy.Alter("main.bicep", "    planId: plan.outputs.id\n", "");
        _copy.Alter("main.bicep", "identity.outputs.principalId", "identity.outputs.principal");
        _copy.Alter("modules/eventGrid.bicep", "tags: tags", "tags: communication.tags");
        _copy.Alter("modules/eventGrid.bicep", "@secure()\n", "");
        _copy.Alter("modules/identity.bicep", "param name string", "param unused string = ''\nparam name string");
        _copy.Alter("modules/app.bicep", "'https://${storageName}.blob.${environment().suffixes.storage}'", "'https://${storageName}.blob.core.windows.net'");
        _copy.Alter("dev.bicepparam", "readEnvironmentVariable('CX_MANAGER_EMAIL', '')", "readEnvironmentVariable('CX_MANAGER_EMAIL')");
        _copy.Alter("dev.bicepparam", "param name = readEnvironmentVariable('CX_NAME', 'cxdev')\n", "");
        _copy.Alter("dev.bicepparam", "param smsFrom =", "param smsFrm =");
        _copy.Alter("dev.bicepparam", "emailsPerDay: 200", "emailsPerDay: 'many'");

        Lint = await BicepCompiler.RunAsync(_copy.Folder, ["lint", "--pattern", "**/*.bicep"]);
        Build = await BicepCompiler.RunAsync(_copy.Folder, ["build", "modules/identity.bicep", "--stdout"]);
        BuildParameters = await BicepCompiler.RunAsync(_copy.Folder, ["build-params", "dev.bicepparam", "--stdout"]);
    }

    public ValueTask DisposeAsync()
    {
        _copy.Dispose();
        return ValueTask.CompletedTask;
    }
}
