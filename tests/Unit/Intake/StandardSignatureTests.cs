using System.Security.Cryptography;
using System.Text;
using CxFunctions.Intake;
using CxFunctions.Intake.Standard;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Tests.Unit.Intake;

public class StandardSignatureTests
{
    private const string Secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private const string Other = "whsec_ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";
    private const string Id = "msg_test_1";
    private const long Timestamp = 1_700_000_000;
    private const string Body = """{"type":"ticket.closed","timestamp":"2023-11-14T22:13:20Z","data":{"id":"T-1"}}""";
    private const string Signature = "v1,/aBKgQZy9L5uRRT8k+OoXQSU7OlhvEGWpAig7iGpodg=";

    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(Timestamp);

    [Fact]
    public void The_published_vector_is_genuine() => Assert.True(Verify(Signature).IsGenuine);

    [Theory]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void Five_minutes_either_way_are_tolerated(int seconds, bool genuine) =>
        Assert.Equal(genuine ? SignatureVerdict.Genuine : SignatureVerdict.Stale, Verify(Signature, now: Then.AddSeconds(seconds)));

    [Theory]
    [InlineData("v1,AAAA " + Signature)]
    [InlineData(Signature + " v1,AAAA")]
    [InlineData("v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg== " + Signature)]
    public void One_fitting_signature_among_several_is_enough(string header) => Assert.True(Verify(header).IsGenuine);

    [Theory]
    [InlineData("v1a,/aBKgQZy9L5uRRT8k+OoXQSU7OlhvEGWpAig7iGpodg=")]
    [InlineData("/aBKgQZy9L5uRRT8k+OoXQSU7OlhvEGWpAig7iGpodg=")]
    [InlineData("v1,/aBKgQZy9L5uRRT8k+OoXQSU7OlhvEGWpAig7iGpodh=")]
    [InlineData("v1,")]
    [InlineData("nonsense")]
    public void Nothing_else_passes(string header) => Assert.Equal(SignatureVerdict.Wrong, Verify(header));

    [Fact]
    public void While_one_secret_replaces_another_both_are_good()
    {
        Assert.True(Verify(Signature, secrets: [Other, Secret]).IsGenuine);
        Assert.True(Verify(Signature, secrets: [Secret, Other]).IsGenuine);
        Assert.Equal(SignatureVerdict.Wrong, Verify(Signature, secrets: [Other]));
    }

    [Fact]
    public void A_changed_body_id_or_timestamp_breaks_it()
    {
        Assert.Equal(SignatureVerdict.Wrong, Verify(Signature, body: Body + " "));
        Assert.Equal(SignatureVerdict.Wrong, Verify(Signature, id: "msg_test_2"));
        Assert.Equal(SignatureVerdict.Wrong, Verify(Signature, timestamp: "1700000001"));
    }

    [Fact]
    public void The_older_header_names_are_understood() => Assert.True(Verify(Signature, prefix: "svix-").IsGenuine);

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1700000000")]
    [InlineData("99999999999999999999")]
    [InlineData("999999999999")]
    public void A_timestamp_that_is_none_is_told_so(string timestamp) =>
        Assert.Contains(Verify(Signature, timestamp: timestamp), new[] { SignatureVerdict.Malformed, SignatureVerdict.Missing });

    [Fact]
    public void Without_headers_it_is_not_signed() =>
        Assert.Equal(SignatureVerdict.Missing, StandardSignature.Verify(new SignedRequest("POST", "", new HeaderDictionary(), Array.Empty<byte>()), [Secret], Then));

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Secrets_have_24_to_64_bytes(int bytes, bool isSecret) =>
        Assert.Equal(isSecret, StandardSignature.KeyOf("whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes))) is not null);

    [Theory]
    [InlineData("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")]
    [InlineData("whsec_not base64")]
    [InlineData("")]
    public void Secrets_have_their_prefix_and_are_base64(string text) => Assert.Null(StandardSignature.KeyOf(text));

    private static SignatureVerdict Verify(
        string signature, string body = Body, string id = Id, string? timestamp = null, DateTimeOffset? now = null, string[]? secrets = null, string prefix = "webhook-")
    {
        var headers = new HeaderDictionary
        {
            [prefix + "id"] = id,
            [prefix + "timestamp"] = timestamp ?? Timestamp.ToString(),
            [prefix + "signature"] = signature,
        };
        return StandardSignature.Verify(new SignedRequest("POST", "https://x/", headers, Encoding.UTF8.GetBytes(body)), secrets ?? [Secret], now ?? Then);
    }
}
