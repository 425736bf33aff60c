using System.Net;
using CxFunctions.LocalHost.Running;
using CxFunctions.LocalHost.Worker;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CxFunctions.LocalHost.Http;

/// <summary>Kestrel on the loopback addresses, with the pipeline that stands before the functions.</summary>
internal static class HttpServer
{
    private const long DefaultBodyLimit = 104_857_600;

    /// <param name="port">0 takes a free one.</param>
    /// <param name="maxOutstanding">Requests at once; more are answered 429. Below 0: no limit.</param>
    /// <param name="bodyLimit">Bytes of a body.</param>
    /// <param name="logging">Where the server's log goes.</param>
    /// <param name="activity">Counts requests from their arrival to the end of their answer.</param>
    /// <param name="map">Adds the routes.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="LocalHostException">The port is taken.</exception>
    public static async Task<WebApplication> StartAsync(
        int port, int maxOutstanding, long? bodyLimit, ILoggerFactory logging, ActivityCounter activity, Action<WebApplication> map,
        CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRouting();
        builder.Services.AddHttpForwarder();
        builder.Services.AddSingleton<ILoggerFactory>(new HostLogging.Shared(logging));
        builder.Services.AddSingleton<IHostLifetime, HeldLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => Configure(options, port, bodyLimit ?? DefaultBodyLimit));
        var app = builder.Build();
        app.UseRouting();
        app.Use(next => http => CountAsync(activity, http, next));
        app.Use(next => new Throttle(maxOutstanding, next).InvokeAsync);
        app.Use(next => http => WithoutMethodErrors(http, next));
        map(app);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException taken)
        {
            throw new LocalHostException($"Port {port} is in use; choose another with --port. ({taken.Message})", taken);
        }
        return app;
    }

    public static Uri AddressOf(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new Uri(addresses.First().Replace("[::1]", "localhost", StringComparison.Ordinal));
    }

    private static void Configure(KestrelServerOptions options, int port, long bodyLimit)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = bodyLimit;
        if (port == 0)
        {
            options.Listen(IPAddress.Loopback, 0);
        }
        else
        {
            options.ListenLocalhost(port);
        }
    }

    // ASP.NET Core would answer 405 or 415 here; the Functions host knows only routes that match and 404.
    private static Task WithoutMethodErrors(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is not RouteEndpoint)
        {
            http.SetEndpoint(null);
        }
        return next(http);
    }

    private static async Task CountAsync(ActivityCounter activity, HttpContext http, RequestDelegate next)
    {
        using var running = http.GetEndpoint()?.Metadata.GetMetadata<WaitsForRest>() is null ? activity.Begin() : null;
        await next(http);
    }

    /// <summary>Of an endpoint that waits until nothing else goes on, and so must not count itself.</summary>
    public sealed class WaitsForRest;

    private sealed class Throttle(int most, RequestDelegate next)
    {
        private int _outstanding;

        public async Task InvokeAsync(HttpContext http)
        {
            try
            {
                if (Interlocked.Increment(ref _outstanding) > most && most >= 0)
                {
                    http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                    return;
                }
                await next(http);
            }
            finally
            {
                Interlocked.Decrement(ref _outstanding);
            }
        }
    }
}
