using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>The requests of the Table service, and their sending through one pipeline that all clients of an account share.</summary>
internal sealed class TableOperations
{
    private const string Json = "application/json";
    private const string MinimalMetadata = "application/json;odata=minimalmetadata";

    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    public TableOperations(Uri endpoint, string? account, TableClientOptions? options, HttpPipelinePolicy authentication)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        options ??= TableClientOptions.Standard;
        Endpoint = endpoint;
        AccountName = account ?? endpoint.Host.Split('.')[0];
        _version = options.VersionString;
        _pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = ODataErrorParser.Instance,
        });
    }

    public Uri Endpoint { get; }

    public string AccountName { get; }

    public static TableOperations Create(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, credential.AccountName, options, new SharedKeyLitePolicy(credential, TimeProvider.System));
    }

    public static TableOperations Create(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, null, options, new BearerTokenAuthenticationPolicy(credential, "https://storage.azure.com/.default"));
    }

    public static TableOperations Create(string connectionString, TableClientOptions? options)
    {
        var account = TableConnectionString.Parse(connectionString);
        return Create(account.Endpoint, account.Credential, options);
    }

    public HttpMessage CreateMessage(RequestMethod method, string path)
    {
        var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(Endpoint);
        request.Uri.AppendPath(path, escape: false);
        request.Headers.Add("x-ms-version", _version);
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add(HttpHeader.Names.Accept, MinimalMetadata);
        return message;
    }

    public HttpMessage CreateMessage(RequestMethod method, string path, PooledContent body)
    {
        var message = CreateMessage(method, path);
        message.Request.Headers.Add(HttpHeader.Names.ContentType, Json);
        message.Request.Content = body;
        return message;
    }

    /// <exception cref="RequestFailedException">The service answered with none of the given statuses.</exception>
    public async ValueTask<Response> SendAsync(HttpMessage message, string operation, int expected, int alsoExpected, CancellationToken cancellationToken)
    {
        using var scope = TableScope.Start(operation);
        try
        {
            await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return Check(message.Response, expected, alsoExpected);
        }
        catch (Exception e)
        {
            scope.Failed(e);
            throw;
        }
    }

    /// <inheritdoc cref="SendAsync"/>
    public Response Send(HttpMessage message, string operation, int expected, int alsoExpected, CancellationToken cancellationToken)
    {
        using var scope = TableScope.Start(operation);
        try
        {
            _pipeline.Send(message, cancellationToken);
            return Check(message.Response, expected, alsoExpected);
        }
        catch (Exception e)
        {
            scope.Failed(e);
            throw;
        }
    }

    private static Response Check(Response response, int expected, int alsoExpected) =>
        response.Status == expected || response.Status == alsoExpected ? response : throw new RequestFailedException(response);
}
