using CxFunctions.Catalog;
using CxFunctions.Channels.Email;
using CxFunctions.Channels.Sends;
using CxFunctions.Channels.Sms;
using CxFunctions.Contacts;
using CxFunctions.Messages;

namespace CxFunctions.Channels;

/// <summary>Tells a customer, in a manager's words, what changed. Idempotent by send id; the same gate as for surveys, without expiry.</summary>
public sealed class WordBackSender(ContactStore contacts, ProgramCatalog catalog, SendGate gate, MessageSender sender, LetterWriter letters)
{
    /// <exception cref="Azure.RequestFailedException">The service or the storage is out of reach: the same call, repeated, is safe.</exception>
    public async Task<SendOutcome> SendAsync(WordBack word, CancellationToken cancellationToken)
    {
        if (await sender.SettledAsync(word.SendId, cancellationToken) is { } settled)
        {
            return settled;
        }
        var program = catalog.Get(word.Program);
        var contact = await contacts.FindAsync(word.ContactId, cancellationToken);
        var message = await WriteAsync(word, program.Brand, contact);
        return await gate.CheckAsync(contact, word.Channel, program, null, message.Units, cancellationToken)
            ?? await sender.SendAsync(message, cancellationToken);
    }

    /// <summary>What <see cref="SendAsync"/> would do now; nothing is sent.</summary>
    public async Task<WordBackPreview> PreviewAsync(WordBack word, CancellationToken cancellationToken)
    {
        var program = catalog.Get(word.Program);
        var contact = await contacts.FindAsync(word.ContactId, cancellationToken);
        var message = await WriteAsync(word, program.Brand, contact);
        var hindrance = await gate.CheckAsync(contact, word.Channel, program, null, message.Units, cancellationToken);
        return new WordBackPreview(word.Channel, message.Text ?? message.Letter!.PlainText, message.Text is { } sms ? SmsSegments.Of(sms) : null, hindrance);
    }

    private async Task<OutgoingMessage> WriteAsync(WordBack word, Brand brand, Contact? contact)
    {
        var message = new OutgoingMessage(word.SendId, SendKind.WordBack, contact is null ? "" : ReachRules.AddressOf(contact, word.Channel) ?? "");
        return word.Channel == Channel.Sms
            ? message with { Text = $"{brand.Name}: {word.Text}" }
            : message with { Letter = await letters.WordBackAsync(new WordBackEmailModel(word.Locale, brand, MessageText.GivenName(contact?.Name), word.Text)) };
    }
}

/// <summary>What a customer is told. Written down nowhere but in the case: it is read where it is sent.</summary>
/// <param name="SendId">Names the message for ever.</param>
/// <param name="ContactId">Whom.</param>
/// <param name="Program">In whose name.</param>
/// <param name="Channel">The channel the customer answered by.</param>
/// <param name="Locale">es, en or pt.</param>
/// <param name="Text">The manager's words, 1 to 500 characters.</param>
public sealed record WordBack(string SendId, string ContactId, string Program, Channel Channel, string Locale, string Text);

/// <summary>What a customer would be told, and by which way.</summary>
/// <param name="Channel">The channel the customer answered by.</param>
/// <param name="Text">All of it, the company's name included.</param>
/// <param name="Segments">What it costs as an SMS; null for an e-mail.</param>
/// <param name="Hindrance">Why it would not go out now; null where it would.</param>
public sealed record WordBackPreview(Channel Channel, string Text, SmsSegments? Segments, SendOutcome? Hindrance);
