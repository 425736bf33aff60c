using System.Security.Cryptography;
using System.Text;

namespace CxFunctions.Sandbox.Authentication;

/// <summary>The language service takes one header with the key.</summary>
internal sealed class LanguageKeyCheck(SandboxOptions options)
{
    public const string Header = "Ocp-Apim-Subscription-Key";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.LanguageKey);

    public string? Refusal(HttpRequest request) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers[Header].ToString()), _key)
            ? null
            : "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.";
}
