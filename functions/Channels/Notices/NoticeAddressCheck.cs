using CxFunctions.Catalog;
using Microsoft.Extensions.Hosting;

namespace CxFunctions.Channels.Notices;

/// <summary>An alert that reaches nobody is found at start, not on the day it is needed.</summary>
internal sealed class NoticeAddressCheck(ProgramCatalog catalog, NoticeAddresses addresses) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var recipient in catalog.All.SelectMany(program => program.Recipients.Values))
        {
            _ = addresses.Of(recipient, Channel.Sms);
            _ = addresses.Of(recipient, Channel.Email);
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
