using CxFunctions.Sandbox.Authentication;

namespace CxFunctions.Tests.Unit.Sandbox;

public sealed class HmacSignatureTests
{
    [Fact]
    public void The_hash_of_no_body_is_the_one_the_documentation_gives() =>
        Assert.Equal("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", HmacSignature.ContentHash([]));

    [Fact]
    public void The_signature_of_a_recorded_request_is_reproduced()
    {
        var hash = HmacSignature.ContentHash("{}"u8);
        Assert.Equal("RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=", hash);
        Assert.Equal(
            "CmWwQzWEJ+/B4Sr4tZrUlDc9css7F5D5F28D7y6c9WU=",
            HmacSignature.Sign(
                "0123456789abcdef0123456789abcdef"u8,
                "POST",
                "/sms?api-version=2026-01-23",
                ["Tue, 14 Nov 2023 22:13:20 GMT", "contoso.unitedstates.communication.azure.com", hash]));
    }

    [Fact]
    public void An_authorization_must_cover_host_body_and_time()
    {
        Assert.True(HmacAuthorization.Parse("HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=abc=")!.CoversTheRequest);
        Assert.False(HmacAuthorization.Parse("HMAC-SHA256 SignedHeaders=x-ms-date;host&Signature=abc=")!.CoversTheRequest);
        Assert.Null(HmacAuthorization.Parse("HMAC-SHA256 SignedHeaders=host"));
        Assert.Null(HmacAuthorization.Parse("SharedKey a:b"));
    }
}
