using System.Text.Json;

namespace Azure.Communication.Email;

/// <summary>A send under way; asks the service how far it has come, at the pace the service names.</summary>
public class EmailSendOperation : Operation<EmailSendResult>
{
    private readonly EmailClient _client;
    private Response? _response;
    private EmailSendResult? _value;
    private RequestFailedException? _failure;

    /// <summary>Takes up a send again, by the id it was started with.</summary>
    public EmailSendOperation(string id, EmailClient client)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(client);
        Id = id;
        _client = client;
    }

    internal EmailSendOperation(string id, EmailClient client, Response started)
        : this(id, client) =>
        _response = started;

    // For a mock that overrides what it needs.
    protected EmailSendOperation()
    {
        Id = null!;
        _client = null!;
    }

    public override string Id { get; }

    public override bool HasCompleted => _value is not null || _failure is not null;

    public override bool HasValue => _value is not null;

    /// <exception cref="InvalidOperationException">The send is still under way.</exception>
    /// <exception cref="RequestFailedException">The send has failed or was cancelled.</exception>
    public override EmailSendResult Value => _value ?? throw (_failure ?? (Exception)new InvalidOperationException("The operation has not completed yet."));

    public override Response GetRawResponse() => _response!;

    public override Response UpdateStatus(CancellationToken cancellationToken = default) =>
        HasCompleted ? Outcome() : Take(_client.GetStatus(Id, cancellationToken));

    public override async ValueTask<Response> UpdateStatusAsync(CancellationToken cancellationToken = default) =>
        HasCompleted ? Outcome() : Take(await _client.GetStatusAsync(Id, cancellationToken).ConfigureAwait(false));

    public override Response<EmailSendResult> WaitForCompletion(CancellationToken cancellationToken = default) =>
        base.WaitForCompletion(cancellationToken);

    public override Response<EmailSendResult> WaitForCompletion(TimeSpan suggestedPollingInterval, CancellationToken cancellationToken) =>
        base.WaitForCompletion(suggestedPollingInterval, cancellationToken);

    public override ValueTask<Response<EmailSendResult>> WaitForCompletionAsync(CancellationToken cancellationToken = default) =>
        base.WaitForCompletionAsync(cancellationToken);

    public override ValueTask<Response<EmailSendResult>> WaitForCompletionAsync(TimeSpan suggestedPollingInterval, CancellationToken cancellationToken) =>
        base.WaitForCompletionAsync(suggestedPollingInterval, cancellationToken);

    private Response Take(Response response)
    {
        _response = response;
        using var body = JsonDocument.Parse(response.Content);
        var status = new EmailSendStatus(body.RootElement.GetProperty("status").GetString()!);
        if (status == EmailSendStatus.Succeeded)
        {
            _value = new(status);
        }
        else if (status == EmailSendStatus.Failed || status == EmailSendStatus.Canceled)
        {
            // The answer is a 200; why the send failed stands in its body.
            _failure = new RequestFailedException(response);
        }
        return Outcome();
    }

    private Response Outcome() => _failure is null ? _response! : throw _failure;
}
