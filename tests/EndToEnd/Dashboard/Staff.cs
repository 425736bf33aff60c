using System.Net;
using System.Net.Sockets;
using CxFunctions.Tests.Harness;

namespace CxFunctions.Tests.EndToEnd.Dashboard;

/// <summary>Somebody who works here.</summary>
internal static class Staff
{
    /// <summary>A client that remembers no cookies and follows no redirects: each request brings what the test gives it.</summary>
    /// <param name="host">Whom it asks.</param>
    /// <param name="from">Its own address, of this machine.</param>
    public static HttpClient NewBrowser(TestHost host, string from = "127.0.0.1") => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = host.Http.BaseAddress,
    };

    /// <summary>Signs in with the staff key.</summary>
    /// <returns>The session, as the value of a Cookie header.</returns>
    public static async Task<string> SignInAsync(HttpClient http, string key)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("key", key)]);
        using var answer = await http.PostAsync("/dashboard/sign-in", form, TestContext.Current.CancellationToken);
        return Assert.Single(answer.Headers.GetValues("set-cookie")).Split(';')[0];
    }
}
