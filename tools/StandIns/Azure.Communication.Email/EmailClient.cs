using System.Text.Json;
using Azure.Core;

namespace Azure.Communication.Email;

/// <summary>Sends e-mail. Safe for use by many threads.</summary>
public class EmailClient
{
    private const string OperationId = "Operation-Id";

    private readonly CommunicationPipeline _pipeline;

    public EmailClient(string connectionString)
        : this(connectionString, new EmailClientOptions())
    {
    }

    public EmailClient(string connectionString, EmailClientOptions options)
    {
        options ??= new();
        _pipeline = CommunicationPipeline.Create(connectionString, options.ApiVersion, options);
    }

    public EmailClient(Uri endpoint, AzureKeyCredential credential, EmailClientOptions? options = null)
    {
        options ??= new();
        _pipeline = CommunicationPipeline.Create(endpoint, credential, options.ApiVersion, options);
    }

    public EmailClient(Uri endpoint, TokenCredential credential, EmailClientOptions? options = null)
    {
        options ??= new();
        _pipeline = CommunicationPipeline.Create(endpoint, credential, options.ApiVersion, options);
    }

    // For a mock that overrides what it needs.
    protected EmailClient() => _pipeline = null!;

    /// <param name="wait">Whether to come back once the service has taken the message, or once it has handed it out.</param>
    /// <exception cref="RequestFailedException">The service refused the message.</exception>
    public virtual Task<EmailSendOperation> SendAsync(WaitUntil wait, EmailMessage message, CancellationToken cancellationToken = default) =>
        SendAsync(wait, message, null, cancellationToken);

    /// <inheritdoc cref="SendAsync(WaitUntil, EmailMessage, CancellationToken)"/>
    /// <param name="operationId">The same id again is the same send, not a second one.</param>
    public virtual Task<EmailSendOperation> SendAsync(WaitUntil wait, EmailMessage message, Guid operationId, CancellationToken cancellationToken = default) =>
        SendAsync(wait, message, (Guid?)operationId, cancellationToken);

    /// <inheritdoc cref="SendAsync(WaitUntil, EmailMessage, CancellationToken)"/>
    public virtual EmailSendOperation Send(WaitUntil wait, EmailMessage message, CancellationToken cancellationToken = default) =>
        Send(wait, message, null, cancellationToken);

    /// <inheritdoc cref="SendAsync(WaitUntil, EmailMessage, Guid, CancellationToken)"/>
    public virtual EmailSendOperation Send(WaitUntil wait, EmailMessage message, Guid operationId, CancellationToken cancellationToken = default) =>
        Send(wait, message, (Guid?)operationId, cancellationToken);

    internal async ValueTask<Response> GetStatusAsync(string id, CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage(RequestMethod.Get, $"/emails/operations/{Uri.EscapeDataString(id)}");
        return await _pipeline.SendAsync(message, 200, cancellationToken).ConfigureAwait(false);
    }

    internal Response GetStatus(string id, CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage(RequestMethod.Get, $"/emails/operations/{Uri.EscapeDataString(id)}");
        return _pipeline.Send(message, 200, cancellationToken);
    }

    private async Task<EmailSendOperation> SendAsync(WaitUntil wait, EmailMessage message, Guid? operationId, CancellationToken cancellationToken)
    {
        using var request = CreateMessage(message, operationId);
        var operation = Started(await _pipeline.SendAsync(request, 202, cancellationToken).ConfigureAwait(false));
        if (wait == WaitUntil.Completed)
        {
            await operation.WaitForCompletionAsync(cancellationToken).ConfigureAwait(false);
        }
        return operation;
    }

    private EmailSendOperation Send(WaitUntil wait, EmailMessage message, Guid? operationId, CancellationToken cancellationToken)
    {
        using var request = CreateMessage(message, operationId);
        var operation = Started(_pipeline.Send(request, 202, cancellationToken));
        if (wait == WaitUntil.Completed)
        {
            operation.WaitForCompletion(cancellationToken);
        }
        return operation;
    }

    private HttpMessage CreateMessage(EmailMessage message, Guid? operationId)
    {
        EmailMessageJson.Check(message);
        var request = _pipeline.CreateMessage(RequestMethod.Post, "/emails:send", json => EmailMessageJson.Write(json, message));
        if (operationId is { } id)
        {
            request.Request.Headers.Add(OperationId, id.ToString());
        }
        return request;
    }

    private EmailSendOperation Started(Response response)
    {
        using var body = JsonDocument.Parse(response.Content);
        return new(body.RootElement.GetProperty("id").GetString()!, this, response);
    }
}
