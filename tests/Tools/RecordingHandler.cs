using System.Net;
using System.Text;

namespace CxFunctions.Tests.Tools;

/// <summary>The far end of a transport: keeps what was sent and answers as told. For what needs a date, a host name or TLS that no local server has.</summary>
internal sealed class RecordingHandler(Func<int, HttpResponseMessage> answer) : HttpMessageHandler
{
    public RecordingHandler(HttpStatusCode status, string body = "")
        : this(_ => new HttpResponseMessage(status) { Content = new StringContent(body) })
    {
    }

    public List<Sent> Requests { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(Send(request, cancellationToken));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var sent = new MemoryStream();
        request.Content?.CopyTo(sent, null, cancellationToken);
        var body = Encoding.UTF8.GetString(sent.ToArray());
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        Requests.Add(new(request.Method, request.RequestUri!, headers, body));
        return answer(Requests.Count);
    }

    public sealed record Sent(HttpMethod Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body);
}
