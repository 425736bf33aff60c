using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CxFunctions.Contacts.Spelling;
using Microsoft.Extensions.Options;

namespace CxFunctions.Contacts;

/// <summary>
/// What a person's address is known by where it must be found again and not be readable: HMAC-SHA256 (RFC 2104) under a secret. Of a plain
/// hash all telephone numbers of a country could be tried in minutes. Ids of contacts too: some CRMs take e-mail addresses for them.
/// </summary>
public sealed class AddressDigest(IOptions<AddressDigestOptions> options)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.Value.AddressKey!);

    /// <summary>43 characters of base64url; the same for every spelling of the address.</summary>
    public string OfAddress(string address) => Of("address", NormalAddress.Of(address));

    public string OfContact(string contactId) => Of("contact", contactId);

    private string Of(string kind, string value) => Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{kind}\n{value}")));
}
