using System.Net;

namespace CxFunctions.Tests.RealTime;

/// <summary>A browser without script, with a jar for cookies; it follows what it is sent on to.</summary>
internal sealed class Browser(Uri site) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = site };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<Page> OpenAsync(string path)
    {
        using var answer = await _http.GetAsync(path, Stop);
        return await PageOfAsync(path, answer);
    }

    /// <summary>Fills in a form of the page and sends it, hidden fields and all.</summary>
    /// <param name="page">That is open.</param>
    /// <param name="move">Which of several forms, as a case names them.</param>
    /// <param name="fields">What is typed and chosen.</param>
    public async Task<Page> SendAsync(Page page, string? move = null, params (string Name, string Value)[] fields)
    {
        var form = page.Form(move);
        var names = form.Controls.Select(control => control.Name).ToHashSet();
        Assert.All(fields, field => Assert.Contains(field.Name, names));
        using var body = new FormUrlEncodedContent(form.Hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        var path = form.Action.Length > 0 ? form.Action : page.Path;
        using var answer = await _http.PostAsync(path, body, Stop);
        return await PageOfAsync(path, answer);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<Page> PageOfAsync(string path, HttpResponseMessage answer) =>
        new(answer.RequestMessage!.RequestUri?.PathAndQuery ?? path, answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
}
