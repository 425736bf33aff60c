using System.Text.RegularExpressions;

namespace CxFunctions.Tests.Unit.Infra;

/// <summary>Rules of the platform that no compiler knows and that are dear to learn in a deployment.</summary>
public partial class TemplatePlatformTests
{
    /// <summary>Azure Functions, Flex Consumption plan deprecations (settings and site properties), 2025.</summary>
    private static readonly string[] NotInFlexConsumption =
    [
        "ENABLE_ORYX_BUILD", "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_WORKER_RUNTIME_VERSION", "FUNCTIONS_WORKER_PROCESS_COUNT",
        "SCM_DO_BUILD_DURING_DEPLOYMENT", "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING", "WEBSITE_CONTENTSHARE", "WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT",
        "WEBSITE_RUN_FROM_PACKAGE", "alwaysOn", "ftpsState", "functionAppScaleLimit", "linuxFxVersion", "netFrameworkVersion", "use32BitWorkerProcess",
    ];

    [Fact]
    public void The_app_sets_nothing_that_its_plan_does_not_know() =>
        Assert.All(NotInFlexConsumption, name => Assert.DoesNotContain(name + ":", Template.Text("app.bicep"), StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void The_vault_holds_exactly_the_secrets_that_the_settings_refer_to()
    {
        var referred = Reference().Matches(Template.Text("app.bicep")).Select(m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(referred);
        Assert.Equal(referred.Order(), Template.Array("keyVault.bicep", "plainSecrets").Concat(Template.Array("keyVault.bicep", "standardWebhookSecrets")).Order());
    }

    [Fact]
    public void A_secret_that_is_there_is_never_made_anew() =>
        Assert.All(Secret().Matches(Template.Text("keyVault.bicep")), m => Assert.Equal("@onlyIfNotExists()", m.Groups[1].Value));

    [Fact]
    public void What_Event_Grid_sends_comes_from_the_vault()
    {
        var key = FromVault().Match(Template.Text("events.bicep"));

        Assert.Contains(key.Groups[1].Value, Template.Array("keyVault.bicep", "plainSecrets"));
        Assert.Contains("enabledForTemplateDeployment: true", Template.Text("keyVault.bicep"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("storage.bicep", "allowSharedKeyAccess: false")]
    [InlineData("communication.bicep", "disableLocalAuth: true")]
    [InlineData("language.bicep", "disableLocalAuth: true")]
    [InlineData("insights.bicep", "DisableLocalAuth: true")]
    [InlineData("app.bicep", "httpsOnly: true")]
    public void No_door_opens_with_a_shared_key_or_without_encryption(string file, string rule) =>
        Assert.Contains(rule, Template.Text(file), StringComparison.Ordinal);

    /// <summary>The sign-in page leads to this provider, and must be reached by who is not signed in.</summary>
    [Theory]
    [InlineData("azureActiveDirectory: {")]
    [InlineData("unauthenticatedClientAction: 'AllowAnonymous'")]
    [InlineData("requireAuthentication: false")]
    public void Staff_reach_the_sign_in_page_and_from_it_the_provider_that_it_names(string rule) =>
        Assert.Contains(rule, Template.Text("app.bicep"), StringComparison.Ordinal);

    [Fact]
    public void Names_with_the_longest_prefix_still_fit()
    {
        var main = Template.Text("main.bicep");
        var longest = int.Parse(LongestName().Match(main).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

        Assert.True($"st{new string('x', longest)}123456".Length <= 24, "A storage account has 24 characters.");
        Assert.True($"kv-{new string('x', longest)}-123456".Length <= 24, "A vault has 24 characters.");
        Assert.Contains("'st${name}${suffix}'", main, StringComparison.Ordinal);
        Assert.Contains("'kv-${name}-${suffix}'", main, StringComparison.Ordinal);
    }

    [Fact]
    public void One_type_has_one_version_everywhere()
    {
        var versions = Template.Files("*.bicep").SelectMany(f => TypeAndVersion().Matches(Template.Text(f))).Select(m => (Type: m.Groups[1].Value, Version: m.Groups[2].Value));

        Assert.All(versions.GroupBy(v => v.Type), type => Assert.True(type.Select(v => v.Version).Distinct().Count() == 1, type.Key));
    }

    [GeneratedRegex(@"'(Microsoft\.[\w./]+)@([\w-]+)'")]
    private static partial Regex TypeAndVersion();

    [GeneratedRegex(@"\$\{reference\}([\w-]+)\)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(.*)\nresource \w+ 'Microsoft\.KeyVault/vaults/secrets@", RegexOptions.Multiline)]
    private static partial Regex Secret();

    [GeneratedRegex(@"getSecret\('([\w-]+)'\)")]
    private static partial Regex FromVault();

    [GeneratedRegex(@"@maxLength\((\d+)\)\nparam name ")]
    private static partial Regex LongestName();
}
