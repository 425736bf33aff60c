using System.Net;
using CxFunctions.LocalHost.Worker;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CxFunctions.LocalHost.Bridge;

/// <summary>The gRPC server that a worker connects to: HTTP/2 on a free port of the loopback address, one worker in its life.</summary>
internal sealed class BridgeServer : IAsyncDisposable
{
    /// <summary>Bytes of a message, in either direction; what the Functions host allows.</summary>
    public const int MessageLimit = int.MaxValue;

    private readonly WebApplication _app;

    private BridgeServer(WebApplication app, WorkerConnection connection) => (_app, Connection) = (app, connection);

    /// <summary>The way to the worker, once it has called.</summary>
    public WorkerConnection Connection { get; }

    /// <summary>What the worker is told to call.</summary>
    public Uri Address { get; private set; } = null!;

    /// <param name="connection">Is given the worker's stream.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<BridgeServer> StartAsync(WorkerConnection connection, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, HeldLifetime>();
        builder.Services.AddSingleton(connection);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.AddGrpc(options => (options.MaxReceiveMessageSize, options.MaxSendMessageSize) = (MessageLimit, MessageLimit));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, port => port.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.UseRouting();
        app.MapGrpcService<FunctionRpcService>();
        await app.StartAsync(cancellation);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new BridgeServer(app, connection) { Address = new Uri(addresses.First()) };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A stream that stays open would keep the server for as long as it waits for its requests.
        Connection.Close();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
