using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Tests.Harness;

/// <summary>
/// A way to the queues of an account on which what is taken stays unseen for <see cref="Hold"/> and not for the ten minutes that the queue trigger
/// asks for, whatever its settings say: a test sees what becomes of messages that a killed host had in hand. Everything else passes as it is.
/// </summary>
public sealed class ShortHold : IAsyncDisposable
{
    /// <summary>Longer than any of the app's functions takes on a quiet machine; none of them minds to run twice.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(15);

    private const string Asked = "visibilitytimeout=600";
    private readonly HttpClient _storage = new(new SocketsHttpHandler { UseProxy = false });
    private readonly StorageAccount _account;
    private readonly WebApplication _app;

    private ShortHold(string connectionString)
    {
        _account = StorageAccount.Of(connectionString);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(PassAsync);
    }

    /// <summary>The account's connection string, by this way.</summary>
    public string ConnectionString => _account.WithQueuesAt(new Uri(_app.Urls.Single()));

    /// <param name="connectionString">Of an emulator on this machine.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<ShortHold> StartAsync(string connectionString, CancellationToken cancellation = default)
    {
        var way = new ShortHold(connectionString);
        await way._app.StartAsync(cancellation);
        return way;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _storage.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        using var request = RequestOf(context.Request);
        using var answer = await _storage.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not "Transfer-Encoding"))
        {
            context.Response.Headers[name] = values.ToArray();
        }
        if (answer.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.NotModified))
        {
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }

    private HttpRequestMessage RequestOf(HttpRequest from)
    {
        var isShortened = from.QueryString.Value?.Contains(Asked, StringComparison.Ordinal) == true;
        var query = from.QueryString.Value?.Replace(Asked, $"visibilitytimeout={Hold.TotalSeconds:0}", StringComparison.Ordinal);
        var request = new HttpRequestMessage(new HttpMethod(from.Method), new Uri(_account.Queues.GetLeftPart(UriPartial.Authority) + from.Path.ToUriComponent() + query));
        if (from.ContentLength > 0 || from.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(from.Body);
        }
        foreach (var (name, values) in from.Headers.Where(header => header.Key is not "Host"))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }
        if (isShortened)
        {
            _account.Sign(request);
        }
        return request;
    }
}
