using CxFunctions.Catalog;
using CxFunctions.Channels;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Messages;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Channels;

public sealed class StoppedByAnotherWayTests
{
    private const string Phone = "+51987650030";
    private const string Mail = "ana30@example.com";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Channel.Email, Phone)]
    [InlineData(Channel.Sms, Mail)]
    public async Task Who_said_stop_by_one_way_gets_nothing_by_the_other(Channel channel, string stopped)
    {
        await using var site = await RespondentSite.StartAsync();
        var invitation = await site.InviteAsync(channel: channel, phone: Phone, email: Mail);
        await site.Services.GetRequiredService<SuppressionStore>().AddAsync(null, [stopped], "sms", site.Clock.GetUtcNow(), Token);

        Assert.Equal(new SendOutcome(SendResult.Withheld, "suppressed"), await site.SendAsync(invitation));
        var word = new WordBack("case-1|word", invitation.ContactId, "bank", channel, "es", "Hay una caja más.");
        Assert.Equal(SendResult.Withheld, (await site.Services.GetRequiredService<WordBackSender>().SendAsync(word, Token)).Result);

        Assert.Empty(await site.ArrivedAsync(Phone));
        Assert.Empty(await site.ArrivedAsync(Mail));
    }
}
