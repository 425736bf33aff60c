using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Communication.Sms;

/// <summary>Sends text messages. Safe for use by many threads.</summary>
public class SmsClient
{
    private readonly CommunicationPipeline _pipeline;

    public SmsClient(string connectionString)
        : this(connectionString, new SmsClientOptions())
    {
    }

    public SmsClient(string connectionString, SmsClientOptions options)
    {
        options ??= new();
        _pipeline = CommunicationPipeline.Create(connectionString, options.ApiVersion, options);
    }

    public SmsClient(Uri endpoint, AzureKeyCredential keyCredential, SmsClientOptions? options = null)
    {
        options ??= new();
        _pipeline = CommunicationPipeline.Create(endpoint, keyCredential, options.ApiVersion, options);
    }

    public SmsClient(Uri endpoint, TokenCredential tokenCredential, SmsClientOptions? options = null)
    {
        options ??= new();
        _pipeline = CommunicationPipeline.Create(endpoint, tokenCredential, options.ApiVersion, options);
    }

    // For a mock that overrides what it needs.
    protected SmsClient() => _pipeline = null!;

    /// <param name="from">A number of ours, E.164, or a sender name.</param>
    /// <param name="to">E.164.</param>
    /// <param name="message">At most 2,048 characters.</param>
    /// <exception cref="RequestFailedException">The service refused the request as a whole.</exception>
    public virtual async Task<Response<SmsSendResult>> SendAsync(string from, string to, string message, SmsSendOptions? options = null, CancellationToken cancellationToken = default)
    {
        var results = await SendAsync(from, [to], message, options, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(results.Value[0], results.GetRawResponse());
    }

    /// <inheritdoc cref="SendAsync(string, string, string, SmsSendOptions, CancellationToken)"/>
    public virtual Response<SmsSendResult> Send(string from, string to, string message, SmsSendOptions? options = null, CancellationToken cancellationToken = default)
    {
        var results = Send(from, [to], message, options, cancellationToken);
        return Response.FromValue(results.Value[0], results.GetRawResponse());
    }

    /// <inheritdoc cref="SendAsync(string, string, string, SmsSendOptions, CancellationToken)"/>
    public virtual async Task<Response<IReadOnlyList<SmsSendResult>>> SendAsync(string from, IEnumerable<string> to, string message, SmsSendOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var request = CreateMessage(from, to, message, options);
        return Results(await _pipeline.SendAsync(request, 202, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc cref="SendAsync(string, string, string, SmsSendOptions, CancellationToken)"/>
    public virtual Response<IReadOnlyList<SmsSendResult>> Send(string from, IEnumerable<string> to, string message, SmsSendOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var request = CreateMessage(from, to, message, options);
        return Results(_pipeline.Send(request, 202, cancellationToken));
    }

    private static Response<IReadOnlyList<SmsSendResult>> Results(Response response)
    {
        using var body = JsonDocument.Parse(response.Content);
        SmsSendResult[] results = [.. body.RootElement.GetProperty("value").EnumerateArray().Select(item => new SmsSendResult(item))];
        return Response.FromValue<IReadOnlyList<SmsSendResult>>(results, response);
    }

    private HttpMessage CreateMessage(string from, IEnumerable<string> to, string message, SmsSendOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(message);
        string[] recipients = [.. to];
        if (recipients.Length == 0 || recipients.Any(string.IsNullOrEmpty))
        {
            throw new ArgumentException("Value cannot be an empty collection or hold an empty number.", nameof(to));
        }
        return _pipeline.CreateMessage(RequestMethod.Post, "/sms", json => Write(json, from, recipients, message, options));
    }

    private static void Write(Utf8JsonWriter json, string from, string[] recipients, string message, SmsSendOptions? options)
    {
        json.WriteString("from", from);
        json.WriteStartArray("smsRecipients");
        foreach (var recipient in recipients)
        {
            json.WriteStartObject();
            json.WriteString("to", recipient);
            json.WriteString("repeatabilityRequestId", Guid.NewGuid());
            json.WriteString("repeatabilityFirstSent", DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("message", message);
        if (options is not null)
        {
            json.WriteStartObject("smsSendOptions");
            json.WriteBoolean("enableDeliveryReport", options.EnableDeliveryReport);
            if (options.Tag is not null)
            {
                json.WriteString("tag", options.Tag);
            }
            json.WriteEndObject();
        }
    }
}
