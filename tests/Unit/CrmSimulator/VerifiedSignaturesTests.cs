using CxFunctions.CrmSimulator;
using CxFunctions.CrmSimulator.Sending;
using CxFunctions.CrmSimulator.Traffic;
using CxFunctions.Intake;
using CxFunctions.Intake.HubSpot;
using CxFunctions.Intake.Standard;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Tests.Unit.CrmSimulator;

/// <summary>What the simulator signs, held against the app's own verifiers.</summary>
public sealed class VerifiedSignaturesTests
{
    private const string HubSpotUrl = "http://localhost:7071/api/webhooks/hubspot";
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 15, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Sources => new("standard", "hubspot");

    [Theory]
    [MemberData(nameof(Sources))]
    public void TheAppFindsThemGenuine(string source) => Assert.Equal(SignatureVerdict.Genuine, Verify(source, body => body, Now));

    [Theory]
    [MemberData(nameof(Sources))]
    public void AChangedBodyIsFoundOut(string source) =>
        Assert.Equal(SignatureVerdict.Wrong, Verify(source, body => [.. body[..^1], (byte)' ', body[^1]], Now));

    [Theory]
    [MemberData(nameof(Sources))]
    public void SixMinutesLaterItIsStale(string source) => Assert.Equal(SignatureVerdict.Stale, Verify(source, body => body, Now.AddMinutes(6)));

    private static SignatureVerdict Verify(string source, Func<byte[], byte[]> tamper, DateTimeOffset checkedAt)
    {
        ICrm crm = source == "hubspot" ? new HubSpotCrm(LocalSecrets.HubSpot, HubSpotUrl) : new StandardCrm(LocalSecrets.Standard);
        var body = crm.Write([new LiveTraffic(1, "T", crm.Knows).At(0, Now)]);
        var headers = new HeaderDictionary();
        foreach (var (name, value) in crm.Sign("msg_1", Now, body))
        {
            headers[name] = value;
        }
        var request = new SignedRequest("POST", HubSpotUrl, headers, tamper(body));
        return source == "hubspot"
            ? HubSpotSignature.Verify(request, [LocalSecrets.HubSpot], checkedAt)
            : StandardSignature.Verify(request, [LocalSecrets.Standard], checkedAt);
    }
}
