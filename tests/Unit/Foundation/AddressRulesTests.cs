using CxFunctions.Foundation;

namespace CxFunctions.Tests.Unit.Foundation;

public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("/s/gLgSK8oAFUFQLEIDK9MW4w3z", "/s/{token}")]
    [InlineData("/s/gLgSK8oAFUFQLEIDK9MW4w3z/stop?lang=es", "/s/{token}/stop")]
    [InlineData("/s/Ana%20Quispe%20+51987654321?score=9#x", "/s/{token}")]
    [InlineData("https://cx.example.com/cases/gLgSK8oAFUFQLEIDK9MW4w3z", "https://cx.example.com/cases/{token}")]
    [InlineData("/api/events/calls/gLgSK8oAFUFQLEIDK9MW4w3z", "/api/events/calls/{token}")]
    [InlineData("/api/events/communication?code=secret", "/api/events/communication")]
    [InlineData("https://a.table.core.windows.net/Contacts(PartitionKey='ana@example.com',RowKey='it''s(1)')?$select=x", "https://a.table.core.windows.net/Contacts(…)")]
    [InlineData("http://127.0.0.1:10001/cx/transactions/messages?visibilitytimeout=1", "http://127.0.0.1:10001/cx/transactions/messages")]
    [InlineData("http://127.0.0.1:10001/cx/cases/messages/1?popreceipt=x", "http://127.0.0.1:10001/cx/cases/messages/1")]
    [InlineData("http://127.0.0.1:10001/cx/cases/messages", "http://127.0.0.1:10001/cx/cases/messages")]
    [InlineData("/dashboard/sign-in/gLgSK8oAFUFQLEIDK9MW4w3z", "/dashboard/sign-in/{token}")]
    [InlineData("/dashboard/sign-in", "/dashboard/sign-in")]
    [InlineData("/dashboard", "/dashboard")]
    [InlineData("?code=secret", "")]
    public void An_address_is_written_down_without_its_secrets(string address, string written) =>
        Assert.Equal(written, AddressRules.WithoutSecrets(address));
}
