using CxFunctions.Catalog;
using CxFunctions.Channels.Sends;
using CxFunctions.Contacts;
using CxFunctions.Contacts.Phones;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Privacy;
using CxFunctions.Spending;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Channels.Replies;

/// <summary>
/// Answers who wrote us an SMS, with one SMS, at once (whoever writes is awake) or not at all. Only what was asked: who said stop and asks for
/// help is answered, but is never asked anything. Safe to repeat.
/// </summary>
public sealed class WishAnswering(
    OptOutHandler optOuts, SuppressionStore suppressions, PhoneStore phones, AnswerPauses pauses, ProgramCatalog catalog, AddressDigest digest,
    MessageSender sender, Budget budget, QueueSender queues, TimeProvider time, ILogger<WishAnswering> log)
{
    /// <summary>An answer that comes later than that is a riddle.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    public async Task AnswerAsync(WishReceived wish, CancellationToken cancellationToken)
    {
        if (wish.Wish == Wish.Start)
        {
            await optOuts.StartAsync(wish.Phone, wish.At, cancellationToken);
        }
        if (await WithheldAsync(wish, cancellationToken) is { } why)
        {
            log.NotAnswered(wish.Id, wish.Wish, why);
            return;
        }
        try
        {
            await SendAsync(wish, cancellationToken);
        }
        catch (MessageServiceException)
        {
            await LaterAsync(wish, cancellationToken);
        }
    }

    private async Task<string?> WithheldAsync(WishReceived wish, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - wish.At > Late)
        {
            return "late";
        }
        var look = await suppressions.LookAsync(null, [wish.Phone], now, cancellationToken);
        return look.Unreachable is not null ? "address-unreachable"
            : look.Suppressed && wish.Wish != Wish.Help ? "suppressed"
            : null;
    }

    private async Task SendAsync(WishReceived wish, CancellationToken cancellationToken)
    {
        var about = (await phones.NewestAsync(wish.Phone, 1, cancellationToken)).FirstOrDefault();
        if (about is null && wish.Wish == Wish.Unclear)
        {
            return; // To whom we never wrote we need not ask whether to go on.
        }
        var text = AnswerText.Of(wish.Wish, BrandOf(about), about?.Locale ?? wish.Locale ?? catalog.All.First().DefaultLocale);
        var message = new OutgoingMessage($"answer|{digest.OfAddress(wish.Phone)}|{wish.Id}", SendKind.Answer, wish.Phone, text);
        if (await budget.LeftAsync(SpendKind.SmsSegment, cancellationToken) < message.Units)
        {
            await LaterAsync(wish, cancellationToken);
        }
        else if (await pauses.TakeAsync(wish, cancellationToken))
        {
            await sender.SendAsync(message, cancellationToken);
        }
    }

    /// <summary>In whose name; of somebody unknown in everybody's.</summary>
    private string BrandOf(PhoneInvitation? about) => about is not null && catalog.Find(about.Program) is { } program
        ? program.Brand.Name
        : string.Join(" / ", catalog.All.Select(p => p.Brand.Name).Distinct());

    private Task LaterAsync(WishReceived wish, CancellationToken cancellationToken) => queues.SendAsync(
        QueueNames.Wishes, wish with { Tries = wish.Tries + 1 }, TimeSpan.FromMinutes(Math.Min(10, wish.Tries + 1)), cancellationToken);
}
