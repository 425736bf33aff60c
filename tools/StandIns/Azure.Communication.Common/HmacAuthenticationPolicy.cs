using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication;

/// <summary>
/// Signs each try as Communication Services ask: HMAC-SHA256 under the access key over verb, path with query, date, host and
/// the hash of the body. The body is hashed as it stands on that try, so a policy may have changed it before.
/// </summary>
internal sealed class HmacAuthenticationPolicy(AzureKeyCredential credential, TimeProvider time) : HttpPipelinePolicy
{
    private const string SignedHeaders = "x-ms-date;host;x-ms-content-sha256";

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        message.Request.Content?.WriteTo(new HashStream(hash), message.CancellationToken);
        Sign(message.Request, hash);
        ProcessNext(message, pipeline);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (message.Request.Content is { } content)
        {
            await content.WriteToAsync(new HashStream(hash), message.CancellationToken).ConfigureAwait(false);
        }
        Sign(message.Request, hash);
        await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
    }

    private void Sign(Request request, IncrementalHash hash)
    {
        var body = Convert.ToBase64String(hash.GetHashAndReset());
        var date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var uri = request.Uri.ToUri();
        var text = $"{request.Method}\n{uri.PathAndQuery}\n{date};{uri.Authority};{body}";
        var signature = HMACSHA256.HashData(Convert.FromBase64String(credential.Key), Encoding.UTF8.GetBytes(text));

        request.Headers.SetValue("x-ms-content-sha256", body);
        request.Headers.SetValue("x-ms-date", date);
        request.Headers.SetValue(HttpHeader.Names.Host, uri.Authority);
        request.Headers.SetValue(
            HttpHeader.Names.Authorization,
            $"HMAC-SHA256 SignedHeaders={SignedHeaders}&Signature={Convert.ToBase64String(signature)}");
    }
}
