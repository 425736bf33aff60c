using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication;

/// <summary>The pipeline, address and version that a Communication client sends its requests with.</summary>
internal sealed class CommunicationPipeline(Uri endpoint, string apiVersion, HttpPipeline pipeline)
{
    // The double slash is the audience as it was registered.
    private const string Scope = "https://communication.azure.com//.default";

    public static CommunicationPipeline Create(string connectionString, string apiVersion, ClientOptions options)
    {
        var parsed = CommunicationConnectionString.Parse(connectionString);
        return Create(parsed.Endpoint, parsed.Credential, apiVersion, options);
    }

    public static CommunicationPipeline Create(Uri endpoint, AzureKeyCredential credential, string apiVersion, ClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return Create(endpoint, apiVersion, options, new HmacAuthenticationPolicy(credential, TimeProvider.System));
    }

    public static CommunicationPipeline Create(Uri endpoint, TokenCredential credential, string apiVersion, ClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return Create(endpoint, apiVersion, options, new BearerTokenAuthenticationPolicy(credential, Scope));
    }

    public HttpMessage CreateMessage(RequestMethod method, string path)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(endpoint);
        message.Request.Uri.AppendPath(path, escape: false);
        message.Request.Uri.AppendQuery("api-version", apiVersion);
        message.Request.Headers.Add(HttpHeader.Names.Accept, "application/json");
        return message;
    }

    /// <summary>A message whose body can be read and sent as often as a policy or a retry wants.</summary>
    public HttpMessage CreateMessage(RequestMethod method, string path, Action<Utf8JsonWriter> write)
    {
        var body = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        var message = CreateMessage(method, path);
        message.Request.Headers.Add(HttpHeader.Names.ContentType, "application/json");
        message.Request.Content = RequestContent.Create(body.WrittenMemory);
        return message;
    }

    /// <exception cref="RequestFailedException">The service answered with another status than the one expected.</exception>
    public Response Send(HttpMessage message, int expected, CancellationToken cancellationToken)
    {
        pipeline.Send(message, cancellationToken);
        return Check(message.Response, expected);
    }

    /// <inheritdoc cref="Send"/>
    public async ValueTask<Response> SendAsync(HttpMessage message, int expected, CancellationToken cancellationToken)
    {
        await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Check(message.Response, expected);
    }

    private static CommunicationPipeline Create(Uri endpoint, string apiVersion, ClientOptions options, HttpPipelinePolicy authentication)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return new(endpoint, apiVersion, HttpPipelineBuilder.Build(options, authentication));
    }

    private static Response Check(Response response, int expected) =>
        response.Status == expected ? response : throw new RequestFailedException(response);
}
