using CxFunctions.Sandbox.Events;
using CxFunctions.Sandbox.Language;
using CxFunctions.Sandbox.Messages;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CxFunctions.Sandbox;

/// <summary>The outside world on one machine, listening on 127.0.0.1 until disposed.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SandboxOptions _options;

    private SandboxServer(WebApplication app, SandboxOptions options, Uri url)
    {
        _app = app;
        _options = options;
        Url = url;
    }

    /// <summary>Base address, for instance <c>http://localhost:7072/</c>. The same for every service.</summary>
    public Uri Url { get; }

    /// <summary>The connection string for SMS and e-mail clients.</summary>
    public string ConnectionString => $"endpoint={Url};accesskey={_options.AccessKey}";

    /// <summary>The key for language clients.</summary>
    public string LanguageKey => _options.LanguageKey;

    /// <summary>Where events go; may be set at any time, and is then asked for its consent anew. Null lets events wait.</summary>
    public Uri? EventsUrl
    {
        get => Subscription.Current?.Url;
        set => Subscription.Set(value, _options.EventSchema);
    }

    private EventSubscription Subscription => _app.Services.GetRequiredService<EventSubscription>();

    /// <summary>Starts listening.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(System.Net.IPAddress.Loopback, options.Port);
        });
        builder.Services.AddRazorComponents();
        builder.Services.AddRoutingCore().AddLogging(log => log.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning)).AddSandbox(options);

        var app = builder.Build();
        app.UseSingleSlash();
        app.UseRouting();
        app.MapSandbox();
        await app.StartAsync(cancellationToken);

        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var server = new SandboxServer(app, options, new Uri($"http://localhost:{new Uri(address).Port}/"));
        server.Subscription.SandboxUrl = server.Url;
        server.EventsUrl = options.EventsUrl;
        app.Services.GetRequiredService<EventFeed>().Resume();
        app.Services.GetRequiredService<DeliveryReports>().Resume();
        app.Services.GetRequiredService<Journal>().ReleaseRecovered();
        return server;
    }

    /// <summary>Ends when the process is asked to end.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _app.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops listening; what is journalled stays.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }
}
