using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.TextAnalytics;

/// <summary>Sends batches to the service and puts its results into the order of the texts.</summary>
internal sealed class AnalyzeTextPipeline
{
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    private readonly Uri _endpoint;
    private readonly TextAnalyticsClientOptions _options;
    private readonly HttpPipeline _pipeline;

    public AnalyzeTextPipeline(Uri endpoint, AzureKeyCredential credential, TextAnalyticsClientOptions options)
        : this(endpoint, options, new ApiKeyPolicy(credential)) =>
        ArgumentNullException.ThrowIfNull(credential);

    public AnalyzeTextPipeline(Uri endpoint, TokenCredential credential, TextAnalyticsClientOptions options)
        : this(endpoint, options, new BearerTokenAuthenticationPolicy(credential, Scope))
    {
    }

    private AnalyzeTextPipeline(Uri endpoint, TextAnalyticsClientOptions options, HttpPipelinePolicy authentication)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(options);
        _endpoint = endpoint;
        _options = options;
        _pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = new AnalyzeTextErrorParser(),
        });
    }

    /// <param name="read">Makes a result of a document (or of its error) and of all the results it may refer to.</param>
    /// <exception cref="RequestFailedException">The request was refused as a whole.</exception>
    public async Task<Response<TCollection>> AnalyzeAsync<TResult, TCollection>(
        AnalyzeTextRequest request,
        Func<JsonElement, JsonElement, TResult> read,
        Func<IList<TResult>, string, TCollection> collect,
        CancellationToken cancellationToken)
        where TResult : TextAnalyticsResult
    {
        using var message = CreateMessage(request);
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var response = message.Response;
        if (response.Status != 200)
        {
            throw new RequestFailedException(response);
        }
        using var body = JsonDocument.Parse(response.Content);
        var results = body.RootElement.GetProperty("results");
        var places = request.Documents.Select((document, place) => (document.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        TResult[] ordered =
        [
            .. results.GetProperty("documents").EnumerateArray().Concat(results.GetProperty("errors").EnumerateArray())
                .Select(document => read(document, results))
                .OrderBy(result => places[result.Id]),
        ];
        return Response.FromValue(collect(ordered, results.GetProperty("modelVersion").GetString()!), response);
    }

    private HttpMessage CreateMessage(AnalyzeTextRequest request)
    {
        var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(_endpoint);
        message.Request.Uri.AppendPath("/language/:analyze-text", escape: false);
        message.Request.Uri.AppendQuery("api-version", _options.ApiVersion);
        message.Request.Headers.Add(HttpHeader.Names.Accept, "application/json");
        message.Request.Headers.Add(HttpHeader.Names.ContentType, "application/json");
        message.Request.Content = request.ToContent(_options);
        return message;
    }
}
