using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CxFunctions.Contacts;
using CxFunctions.Foundation;
using Microsoft.Extensions.Options;

namespace CxFunctions.Tests.Unit.Contacts;

public sealed class AddressDigestTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private const string Phone = "+51987654321";

    [Fact]
    public void Every_spelling_of_an_address_has_one_digest() =>
        Assert.Equal(Of(Key).OfAddress(Phone), Of(Key).OfAddress("51 987 654 321"));

    [Fact]
    public void It_is_the_hmac_of_its_definition() =>
        Assert.Equal(Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(Key), Encoding.ASCII.GetBytes("address\n" + Phone))), Of(Key).OfAddress(Phone));

    [Fact]
    public void Who_has_no_key_can_try_all_numbers_in_vain()
    {
        Assert.NotEqual(StableId.Of(Phone), Of(Key).OfAddress(Phone));
        Assert.NotEqual(Of(Key + "!").OfAddress(Phone), Of(Key).OfAddress(Phone));
        Assert.NotEqual(Of(Key).OfContact(Phone), Of(Key).OfAddress(Phone));
    }

    private static AddressDigest Of(string key) => new(Options.Create(new AddressDigestOptions { AddressKey = key }));
}
