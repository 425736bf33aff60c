using Yarp.ReverseProxy.Forwarder;

namespace CxFunctions.LocalHost.Http;

/// <summary>Sends requests on to the worker's own HTTP port, and its answers back.</summary>
internal sealed class HttpForwarding : IDisposable
{
    private const string InvocationHeader = "x-ms-invocation-id";
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
    });

    /// <summary>Where the worker listens.</summary>
    public Uri? Worker { get; set; }

    /// <param name="http">The request, and where the answer goes.</param>
    /// <param name="invocationId">Tells the worker which invocation it belongs to.</param>
    public async Task ForwardAsync(HttpContext http, string invocationId)
    {
        http.Request.Headers[InvocationHeader] = invocationId;
        // A failure is answered by the forwarder (502, or 504 after its time), or cannot be answered any more.
        await http.RequestServices.GetRequiredService<IHttpForwarder>().SendAsync(http, Worker!.AbsoluteUri, _client, Wait, HttpTransformer.Default);
    }

    private static ForwarderRequestConfig Wait { get; } = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    public void Dispose() => _client.Dispose();
}
