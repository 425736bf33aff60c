using System.Text.Json;
using CxFunctions.Catalog;
using CxFunctions.Channels;
using CxFunctions.Channels.Notices;
using CxFunctions.Foundation;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Channels;

public sealed class NoticeInAnOutageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_SMS_service_is_down_managers_are_told_by_mail_and_by_SMS_once_it_is_back()
    {
        await using var site = await RespondentSite.StartAsync();
        var consumer = ActivatorUtilities.CreateInstance<ManagerNoticeConsumer>(site.Services);
        var notice = JsonSerializer.Serialize(
            new ManagerNotice(1, "n-1", "retail", ["manager"], [Channel.Sms, Channel.Email], "Unhappy customer", ["NPS 2."], new Uri("https://cx.example/cases/x")), CxJson.Lenient);

        await site.FaultAsync(new { service = "sms", rate500 = 1.0 });
        for (var delivery = 0; delivery < 2; delivery++)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => consumer.RunAsync(notice, Token));
        }
        Assert.Single(await site.ArrivedAsync("manager@cx.example"));
        Assert.Empty(await site.ArrivedAsync("+12025550190"));

        await site.FaultAsync(new { service = "sms", rate500 = 0.0 });
        await consumer.RunAsync(notice, Token);
        Assert.Single(await site.ArrivedAsync("+12025550190"));
        Assert.Single(await site.ArrivedAsync("manager@cx.example"));
    }
}
