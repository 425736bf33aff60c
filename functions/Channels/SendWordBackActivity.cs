using CxFunctions.Catalog;
using CxFunctions.Channels.Email;
using CxFunctions.Channels.Sends;
using CxFunctions.Journeys;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Channels;

/// <summary>Tells a customer, in a manager's words, what changed. Idempotent by send id; the same gate as for surveys, without expiry.</summary>
public sealed class SendWordBackActivity(ContactStore contacts, ProgramCatalog catalog, SendGate gate, Dispatcher dispatcher, LetterWriter letters)
{
    [Function(nameof(SendWordBack))]
    public async Task<SendOutcome> RunAsync([ActivityTrigger] SendWordBack request, CancellationToken cancellationToken)
    {
        if (await dispatcher.SettledAsync(request.SendId, cancellationToken) is { } settled)
        {
            return settled;
        }
        var program = catalog.Get(request.Program);
        var contact = await contacts.FindAsync(request.ContactId, cancellationToken);
        var message = await WriteAsync(request, program.Brand, contact);
        return await gate.CheckAsync(contact, request.Channel, program, null, message.Units, cancellationToken)
            ?? await dispatcher.SendAsync(message, cancellationToken);
    }

    private async Task<Dispatch> WriteAsync(SendWordBack request, Brand brand, Contact? contact)
    {
        var message = new Dispatch(request.SendId, SendKind.WordBack, contact is null ? "" : SendGateRules.AddressOf(contact, request.Channel) ?? "");
        return request.Channel == Channel.Sms
            ? message with { Text = $"{brand.Name}: {request.Text}" }
            : message with { Letter = await letters.WordBackAsync(new WordBackEmailModel(request.Locale, brand, MessageText.GivenName(contact?.Name), request.Text)) };
    }
}
