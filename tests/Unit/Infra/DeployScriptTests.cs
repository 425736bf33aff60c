using System.Text.RegularExpressions;

namespace CxFunctions.Tests.Unit.Infra;

public sealed partial class DeployScriptTests : IDisposable
{
    private readonly DeployScript _script = new();

    [Fact]
    public void Events_come_last_and_after_the_app_has_answered()
    {
        var (code, error) = _script.Run("group eastus2");

        Assert.True(code == 0, error);
        Assert.Equal(
            ["az group create", "az deployment group create", "dotnet publish functions", "zip", "az functionapp deployment source config", "az rest", "curl", "az deployment group create"],
            _script.Calls.Where(c => !c.StartsWith("az deployment group show", StringComparison.Ordinal)).Select(c => Step().Match(c).Value));
        Assert.Contains("-p:AzurePackages=Official", _script.Calls.Single(c => c.StartsWith("dotnet", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("events.bicep", _script.Calls[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Running_it_again_does_the_same()
    {
        _script.Run("group eastus2 prod");
        var first = _script.Calls.Select(WithoutWorkFolder).ToList();
        _script.Run("group eastus2 prod");

        Assert.Equal([.. first, .. first], _script.Calls.Select(WithoutWorkFolder));
        Assert.Empty(_script.Left);
    }

    [Fact]
    public void Without_a_number_all_is_made_and_nothing_published()
    {
        var (code, error) = _script.Run("group eastus2", smsFrom: null);

        Assert.Equal(3, code);
        Assert.Contains("the-communicationName", error, StringComparison.Ordinal);
        Assert.DoesNotContain(_script.Calls, c => c.StartsWith("dotnet", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("az group create", "Resource group group")]
    [InlineData("az deployment group create -g group -n cx-dev ", "Resources")]
    [InlineData("az deployment group show", "Resources")]
    [InlineData("dotnet", "App the-appName")]
    [InlineData("az functionapp", "App the-appName")]
    [InlineData("az rest", "Secrets from the-keyVaultName")]
    [InlineData("curl", "https://the-appHostName/health")]
    [InlineData("az deployment group create -g group -n cx-dev-events", "Events")]
    public void A_step_that_fails_ends_it_and_is_named(string call, string step)
    {
        var (code, error) = _script.Run("group eastus2", fails: call);

        Assert.Equal(1, code);
        Assert.Contains($"Stopped at: {step}", error, StringComparison.Ordinal);
        Assert.StartsWith(call, _script.Calls.Last(c => !c.StartsWith("sleep", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("group", true, "RESOURCE_GROUP LOCATION")]
    [InlineData("group eastus2 test", true, "the third argument is dev or prod")]
    [InlineData("group eastus2", false, "CX_MANAGER_EMAIL is not set")]
    public void Wrong_arguments_are_told_before_anything_is_done(string arguments, bool managers, string told)
    {
        var (code, error) = _script.Run(arguments, managers: managers);

        Assert.Equal(2, code);
        Assert.Contains(told, error, StringComparison.Ordinal);
        Assert.Empty(_script.Calls);
    }

    [Fact]
    public void What_it_passes_between_the_templates_is_there()
    {
        _script.Run("group eastus2");

        Assert.All(_script.Calls.Select(c => AskedOutput().Match(c)).Where(m => m.Success), m => Assert.Contains(m.Groups[1].Value, TemplateModule.Read("main.bicep").Outputs));
        Assert.Equal(TemplateModule.Read("events.bicep").Parameters.Order(), Given().Matches(_script.Calls[^1]).Select(m => m.Groups[1].Value).Order());
    }

    public void Dispose() => _script.Dispose();

    private static string WithoutWorkFolder(string call) => WorkFolder().Replace(call, "WORK");

    [GeneratedRegex(@"^\w+( [a-z]\w*)*")]
    private static partial Regex Step();

    [GeneratedRegex(@"/\S*/tmp\.\w+")]
    private static partial Regex WorkFolder();

    [GeneratedRegex(@"properties\.outputs\.(\w+)\.value")]
    private static partial Regex AskedOutput();

    [GeneratedRegex(@" (\w+)=")]
    private static partial Regex Given();
}
