using CxFunctions.Catalog;
using CxFunctions.Intake;
using CxFunctions.Intake.HubSpot;
using CxFunctions.Intake.Standard;
using Microsoft.Extensions.Configuration;

namespace CxFunctions.Tests.Unit.Intake;

public class WebhookOptionsRulesTests
{
    private const string Secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private static readonly ProgramCatalog Catalog = new([ProgramFile.Load(Path.Combine(AppContext.BaseDirectory, "Catalog/Programs/retail.json"))]);

    [Fact]
    public void Settings_that_work_are_taken() => Assert.Null(Failure(new()
    {
        ["Webhooks:standard:Secrets:0"] = Secret,
        ["Webhooks:standard:Secrets:1"] = Secret,
        ["Webhooks:hubspot:Secrets:0"] = "any text",
        ["Webhooks:hubspot:Program"] = "retail",
        ["Webhooks:hubspot:Region"] = "MX",
        ["Webhooks:hubspot:Events:0:SubscriptionType"] = "deal.propertyChange",
        ["Webhooks:hubspot:Events:0:Touchpoint"] = "purchase",
    }));

    [Theory]
    [InlineData("Webhooks:zendesk:Secrets:0", "x", "Webhooks__zendesk: no such source; known are standard, hubspot.")]
    [InlineData("Webhooks:standard:Program", "retail", "Webhooks__standard__Secrets: set one secret, or two while one replaces the other.")]
    [InlineData("Webhooks:standard:Secrets:0", "plain", "Webhooks__standard__Secrets__0: must be whsec_ and the base64 of 24 to 64 bytes.")]
    [InlineData("Webhooks:hubspot:Secrets:0", "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/x)", "Webhooks__hubspot__Secrets__0: the platform could not read")]
    [InlineData("Webhooks:hubspot:Region", "Peru", "Webhooks__hubspot__Region: must be the code of a country or territory, for instance PE.")]
    [InlineData("Webhooks:hubspot:Region", "pe", "Webhooks__hubspot__Region: must be the code of a country or territory, for instance PE.")]
    [InlineData("Webhooks:hubspot:Events:0:Touchpoint", "purchase", "Webhooks__hubspot__Events__0: set SubscriptionType, for instance ticket.propertyChange.")]
    public void Settings_that_could_not_work_stop_the_host_by_name(string name, string value, string told) =>
        Assert.Contains(told, Failure(new() { [name] = value }), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "purchase", "Webhooks__hubspot__Events__0: set Program, here or for the source, to one of retail.")]
    [InlineData("nowhere", "purchase", "Webhooks__hubspot__Events__0: set Program, here or for the source, to one of retail.")]
    [InlineData("retail", "moon-landing", "Webhooks__hubspot__Events__0: set Touchpoint to one of purchase, delivery, support-ticket.")]
    public void An_event_must_lead_to_a_touchpoint_of_the_catalog(string? program, string touchpoint, string told) => Assert.Contains(
        told,
        Failure(new()
        {
            ["Webhooks:hubspot:Secrets:0"] = "s",
            ["Webhooks:hubspot:Events:0:SubscriptionType"] = "ticket.creation",
            ["Webhooks:hubspot:Events:0:Program"] = program,
            ["Webhooks:hubspot:Events:0:Touchpoint"] = touchpoint,
        }),
        StringComparison.Ordinal);

    private static string? Failure(Dictionary<string, string?> settings)
    {
        var options = new WebhookOptions();
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection(WebhookOptions.Section).Bind(options.Sources);
        return new WebhookOptionsRules([new StandardSource(Catalog), new HubSpotSource(Catalog)], Catalog).Validate(null, options).FailureMessage;
    }
}
