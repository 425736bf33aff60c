using System.Net.Sockets;
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
    public Uri? Worker { get; private set; }

    /// <summary>Takes the worker's address, once it listens there: it tells the host of it before it does.</summary>
    public async Task UseAsync(Uri worker, CancellationToken cancellation)
    {
        while (!await ListensAsync(worker, cancellation))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellation);
        }
        Worker = worker;
    }

    /// <param name="http">The request, and where the answer goes.</param>
    /// <param name="invocationId">Tells the worker which invocation it belongs to.</param>
    public async Task ForwardAsync(HttpContext http, string invocationId)
    {
        http.Request.Headers[InvocationHeader] = invocationId;
        // A failure is answered by the forwarder (502, or 504 after its time), or cannot be answered any more.
        await http.RequestServices.GetRequiredService<IHttpForwarder>().SendAsync(http, Worker!.AbsoluteUri, _client, Wait, HttpTransformer.Default);
    }

    private static async Task<bool> ListensAsync(Uri worker, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(worker.Host, worker.Port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static ForwarderRequestConfig Wait { get; } = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    public void Dispose() => _client.Dispose();
}
