using System.Text.Json;
using CxFunctions.CrmSimulator;
using CxFunctions.CrmSimulator.Sending;
using CxFunctions.CrmSimulator.Traffic;

namespace CxFunctions.Tests.Unit.CrmSimulator;

public sealed class HubSpotCrmTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 15, 0, 0, TimeSpan.Zero);
    private static readonly HubSpotCrm Crm = new(LocalSecrets.HubSpot, "http://localhost:7071/api/webhooks/hubspot");

    [Fact]
    public void SendsOnlyWhatItsSubscriptionsCover()
    {
        var traffic = new LiveTraffic(1, "T", Crm.Knows);
        var seen = Enumerable.Range(0, 300).Select(number => traffic.At(number, Now)).ToList();
        Assert.All(seen, t => Assert.Equal("retail", t.Program));
        Assert.Equal(["purchase", "support-ticket"], seen.Select(t => t.Touchpoint).Distinct().Order());
    }

    [Fact]
    public void ItsIdNamesTheEventAsHubSpotDoes()
    {
        var transaction = new LiveTraffic(1, "T", Crm.Knows).At(0, Now);
        var sent = JsonDocument.Parse(Crm.Write([transaction])).RootElement[0];
        var id = string.Join('-', new[] { "portalId", "subscriptionId", "eventId", "objectId", "occurredAt" }.Select(name => sent.GetProperty(name).GetInt64()));
        Assert.Equal(id, Crm.IdOf(transaction));
    }
}
