using System.Text;
using CxFunctions.Intake;
using CxFunctions.Intake.HubSpot;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Tests.Unit.Intake;

public class HubSpotSignatureTests
{
    private const string Secret = "secret123";
    private const string Url = "https://app.example.com/api/hooks/hubspot?t=a:b";
    private const string Body = """[{"eventId":1}]""";
    private const long Timestamp = 1_700_000_000_000;
    private const string Signature = "CKHYbnUn4BEqbjIlVZkKBxIiqm2kQnYTtXeYwQ04wFA=";

    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeMilliseconds(Timestamp);

    [Fact]
    public void The_recorded_vector_is_genuine() => Assert.True(Verify().IsGenuine);

    [Theory]
    [InlineData("https://app.example.com/api/hooks/hubspot?t=a%3Ab")]
    [InlineData("https://app.example.com/api/hooks/hubspot?t=a%3ab")]
    [InlineData("https://app.example.com/api%2Fhooks/hubspot?t=a%3Ab")]
    public void The_address_may_come_encoded_and_be_signed_decoded(string url) => Assert.True(Verify(url: url).IsGenuine);

    [Theory]
    [InlineData("https://app.example.com/api/hooks/hubspot?t=a:c")]
    [InlineData("http://app.example.com/api/hooks/hubspot?t=a:b")]
    [InlineData("https://app.example.com/api/hooks/hubspot?t=a%253Ab")]
    public void Another_address_is_not_the_signed_one(string url) => Assert.Equal(SignatureVerdict.Wrong, Verify(url: url));

    [Fact]
    public void A_changed_method_body_or_secret_breaks_it()
    {
        Assert.Equal(SignatureVerdict.Wrong, Verify(method: "PUT"));
        Assert.Equal(SignatureVerdict.Wrong, Verify(body: "[]"));
        Assert.Equal(SignatureVerdict.Wrong, Verify(secrets: ["secret124"]));
        Assert.Equal(SignatureVerdict.Wrong, Verify(signature: Signature.ToLowerInvariant()));
    }

    [Fact]
    public void While_one_secret_replaces_another_both_are_good()
    {
        Assert.True(Verify(secrets: ["old", Secret]).IsGenuine);
        Assert.True(Verify(secrets: [Secret, "new"]).IsGenuine);
    }

    [Theory]
    [InlineData(300_000, true)]
    [InlineData(300_001, false)]
    [InlineData(-3_600_000, true)]
    public void Five_minutes_of_age_are_tolerated_and_the_future_is_not_looked_at(int milliseconds, bool genuine) =>
        Assert.Equal(genuine ? SignatureVerdict.Genuine : SignatureVerdict.Stale, Verify(now: Then.AddMilliseconds(milliseconds)));

    [Theory]
    [InlineData("", null)]
    [InlineData(null, "")]
    public void Without_its_headers_it_is_not_signed(string? signature, string? timestamp) =>
        Assert.Equal(SignatureVerdict.Missing, Verify(signature: signature ?? Signature, timestamp: timestamp));

    [Theory]
    [InlineData("2023-11-14T22:13:20Z")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999999")]
    public void A_timestamp_that_is_none_is_told_so(string timestamp) => Assert.Equal(SignatureVerdict.Malformed, Verify(timestamp: timestamp));

    [Theory]
    [InlineData("/a?x=%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B", "/a?x=:/?@!$'()*,;")]
    [InlineData("/a?x=%20%26%3D%25%2B%7C", "/a?x=%20%26%3D%25%2B%7C")]
    [InlineData("/a?x=%253A", "/a?x=%253A")]
    [InlineData("/a?x=%3", "/a?x=%3")]
    [InlineData("/a?x=%", "/a?x=%")]
    public void Twelve_characters_are_decoded_and_no_others(string url, string decoded) => Assert.Equal(decoded, HubSpotUrl.Decode(url));

    private static SignatureVerdict Verify(
        string method = "POST", string url = Url, string body = Body, string signature = Signature, string? timestamp = null, string[]? secrets = null, DateTimeOffset? now = null)
    {
        var headers = new HeaderDictionary
        {
            [HubSpotSignature.SignatureHeader] = signature,
            [HubSpotSignature.TimestampHeader] = timestamp ?? Timestamp.ToString(),
        };
        return HubSpotSignature.Verify(new SignedRequest(method, url, headers, Encoding.UTF8.GetBytes(body)), secrets ?? [Secret], now ?? Then);
    }
}
