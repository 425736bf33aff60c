using System.Net.Http.Json;
using System.Text.Json;
using CxFunctions.Sandbox;

namespace CxFunctions.Tests.Tools.OfficialClients;

/// <summary>A Sandbox in this process, the official clients that call it, and what it noticed of them.</summary>
public sealed class SandboxOfClients : IAsyncLifetime
{
    private readonly HttpClient _http = new();

    internal SandboxServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await ClientPackages.EnsureAsync();
        Server = await SandboxServer.StartAsync(new SandboxOptions { DeliveryReportDelay = TimeSpan.FromMilliseconds(50) });
        _http.BaseAddress = Server.Url;
    }

    /// <summary>Runs a script of the folder. It answers with <c>result</c> or <c>error</c>.</summary>
    /// <param name="client">Name of the script, without its ending.</param>
    internal static async Task<JsonElement> AskAsync(string client, object question)
    {
        var (exit, output, error) = await ClientPackages.RunAsync("node", $"{client}.mjs", JsonSerializer.Serialize(question, JsonSerializerOptions.Web));
        Assert.True(exit == 0, error);
        return JsonSerializer.Deserialize<JsonElement>(output);
    }

    internal async Task MisbehaveAsync(object faults) =>
        (await _http.PutAsJsonAsync("/sandbox/faults", faults)).EnsureSuccessStatusCode().Dispose();

    /// <summary>How many requests to a service had an outcome, for instance <c>throttled</c>.</summary>
    internal async Task<long> CountAsync(string service, string outcome) =>
        (await _http.GetFromJsonAsync<JsonElement>("/sandbox/stats")).GetProperty(service).GetProperty(outcome).GetInt64();

    /// <summary>The message to a recipient once it is no longer only accepted; waits 5 s at most.</summary>
    internal async Task<JsonElement> SettledMessageAsync(string to)
    {
        for (var tries = 0; ; tries++)
        {
            var message = Assert.Single((await _http.GetFromJsonAsync<JsonElement>($"/sandbox/messages?to={Uri.EscapeDataString(to)}")).EnumerateArray());
            if (message.GetProperty("status").GetString() != "Accepted" || tries == 100)
            {
                return message;
            }
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }
    }
}
