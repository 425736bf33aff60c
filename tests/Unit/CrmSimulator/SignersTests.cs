using System.Text;
using CxFunctions.CrmSimulator.Signing;

namespace CxFunctions.Tests.Unit.CrmSimulator;

/// <summary>Held against signatures that the vendors' own libraries made.</summary>
public sealed class SignersTests
{
    [Fact]
    public void StandardWebhooksAreSignedAsTheReferenceLibrarySigns()
    {
        var signer = new StandardWebhooksSigner("whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        var body = Encoding.UTF8.GetBytes("""{"type":"ticket.closed","timestamp":"2023-11-14T22:13:20Z","data":{"id":"T-1"}}""");
        var headers = signer.Headers("msg_test_1", DateTimeOffset.FromUnixTimeSeconds(1700000000), body);
        Assert.Contains(("webhook-signature", "v1,/aBKgQZy9L5uRRT8k+OoXQSU7OlhvEGWpAig7iGpodg="), headers);
    }

    [Fact]
    public void HubSpotIsSignedAsItsOwnLibrarySigns()
    {
        var signer = new HubSpotSigner("secret123", "https://app.example.com/api/hooks/hubspot?t=a:b");
        var headers = signer.Headers(DateTimeOffset.FromUnixTimeMilliseconds(1700000000000), """[{"eventId":1}]"""u8);
        Assert.Contains(("X-HubSpot-Signature-v3", "CKHYbnUn4BEqbjIlVZkKBxIiqm2kQnYTtXeYwQ04wFA="), headers);
    }

    [Fact]
    public void ASecretThatIsNoBase64IsRefused() => Assert.Throws<FormatException>(() => new StandardWebhooksSigner("whsec_not base64!"));
}
