using System.Diagnostics;
using Azure.Storage.Queues;
using Azure.Storage.Sas;

namespace CxFunctions.Tests.EndToEnd.Host;

/// <summary>Requests made by another process.</summary>
internal static class Shell
{
    public static async Task PutMessageAsync(string storage, string queue, string text, CancellationToken cancellation)
    {
        var address = new QueueClient(storage, queue).GenerateSasUri(QueueSasPermissions.Add, DateTimeOffset.UtcNow.AddHours(1));
        var script = $"fetch('{address.AbsoluteUri.Replace("?", "/messages?", StringComparison.Ordinal)}', {{ method: 'POST', "
            + $"headers: {{ 'content-type': 'application/xml' }}, body: '<QueueMessage><MessageText>{text}</MessageText></QueueMessage>' }})"
            + ".then(async r => { if (!r.ok) { console.error(await r.text()); process.exit(1); } })";
        using var node = Process.Start(new ProcessStartInfo("node") { ArgumentList = { "-e", script } })!;
        await node.WaitForExitAsync(cancellation);
        Assert.Equal(0, node.ExitCode);
    }
}
