using System.Globalization;
using System.Net;
using CxFunctions.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Tests.EndToEnd.Host;

public sealed class HttpTriggerTests : IAsyncLifetime
{
    private readonly Notes _notes = new();
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(options => SampleApp.With(options, _notes, typeof(HttpTriggerFunctions)));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("GET", "/orders/17", 200, "order 17")]
    [InlineData("GET", "/orders/latest", 200, "latest")]
    [InlineData("GET", "/orders/abc", 404, "")]
    [InlineData("DELETE", "/orders/17", 404, "")]
    [InlineData("HEAD", "/orders/17", 404, "")]
    [InlineData("OPTIONS", "/orders/17", 404, "")]
    [InlineData("GET", "/files/a/b/c.txt", 200, "a/b/c.txt")]
    [InlineData("GET", "/optional", 200, "none")]
    [InlineData("GET", "/optional/x", 200, "x")]
    [InlineData("PUT", "/AnyMethod", 200, "PUT")]
    [InlineData("GET", "/nowhere", 404, "")]
    [InlineData("GET", "/things/special", 200, "literal")]
    [InlineData("GET", "/things/SPECIAL", 200, "literal")]
    [InlineData("GET", "/things/17", 200, "constraint 17")]
    [InlineData("GET", "/things/any", 200, "parameter any")]
    [InlineData("GET", "/things/a/b", 200, "catch-all a/b")]
    [InlineData("GET", "/dated/2026-11-22", 200, "22 November 2026")]
    [InlineData("GET", "/dated/yesterday", 404, "")]
    [InlineData("GET", "/coded/abc", 200, "abc")]
    [InlineData("GET", "/coded/abcd", 404, "")]
    [InlineData("GET", "/coded/a1c", 404, "")]
    [InlineData("HEAD", "/both", 200, "")]
    [InlineData("GET", "/both", 200, "GET")]
    [InlineData("POST", "/both", 404, "")]
    public async Task Routes_follow_templates_constraints_precedence_and_methods_and_anything_else_is_404(
        string method, string path, int status, string body)
    {
        using var response = await _host.Http.SendAsync(new(new(method), path), TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Action_results_are_written_with_their_status_and_type()
    {
        using var response = await _host.Http.GetAsync("/teapot", TestContext.Current.CancellationToken);
        Assert.Equal(418, (int)response.StatusCode);
        Assert.Equal("text/x-tea", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_function_that_throws_is_answered_500_without_a_word_of_what_happened()
    {
        using var response = await _host.Http.GetAsync("/broken", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("guarded", "none", 401)]
    [InlineData("guarded", "wrong", 401)]
    [InlineData("guarded", "of another function", 401)]
    [InlineData("guarded", "own", 200)]
    [InlineData("guarded", "host", 200)]
    [InlineData("guarded", "master", 200)]
    [InlineData("administered", "host", 401)]
    [InlineData("administered", "own", 401)]
    [InlineData("administered", "master", 200)]
    public async Task A_function_opens_for_the_keys_of_its_level_only(string function, string which, int status)
    {
        var keys = _host.Host.Keys;
        var key = which switch
        {
            "own" => keys.Functions[function],
            "host" => keys.Host,
            "master" => keys.Master,
            "wrong" => "0000",
            "of another function" => keys.Functions["administered"],
            _ => null,
        };
        using var header = new HttpRequestMessage(HttpMethod.Get, $"/{function}");
        header.Headers.Add("x-functions-key", key is null ? [] : [key]);
        using var byHeader = await _host.Http.SendAsync(header, TestContext.Current.CancellationToken);
        using var byQuery = await _host.Http.GetAsync($"/{function}?code={key}", TestContext.Current.CancellationToken);
        Assert.Equal((status, status), ((int)byHeader.StatusCode, (int)byQuery.StatusCode));
    }

    [Fact]
    public async Task Keys_stay_the_same_over_a_restart()
    {
        var before = (_host.Host.HostKey, _host.Host.MasterKey, _host.Host.Keys.Functions["guarded"]);
        await _host.RestartAsync();
        Assert.Equal(before, (_host.Host.HostKey, _host.Host.MasterKey, _host.Host.Keys.Functions["guarded"]));
    }

    [Fact]
    public async Task The_function_finds_its_services_and_its_request_through_the_context()
    {
        using var response = await _host.Http.GetAsync("/context", TestContext.Current.CancellationToken);
        Assert.Equal("context /context True", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}

internal sealed class HttpTriggerFunctions(Notes notes)
{
    [Function("order")]
    public static IResult Order([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "orders/{id:int}")] HttpRequest request, int id) =>
        Results.Text($"order {id}");

    [Function("latest")]
    public static Task<IResult> Latest([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "orders/latest")] HttpRequest request) =>
        Task.FromResult(Results.Text("latest"));

    [Function("files")]
    public static IResult File([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "files/{*path}")] HttpRequest request, string path) =>
        Results.Text(path);

    [Function("literal")]
    public static IResult Literal([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/special")] HttpRequest request) => Results.Text("literal");

    [Function("constraint")]
    public static IResult Constraint([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id:int}")] HttpRequest request, int id) =>
        Results.Text($"constraint {id}");

    [Function("parameter")]
    public static IResult Parameter([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{name}")] HttpRequest request, string name) =>
        Results.Text($"parameter {name}");

    [Function("catchAll")]
    public static IResult CatchAll([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{*rest}")] HttpRequest request, string rest) =>
        Results.Text($"catch-all {rest}");

    [Function("dated")]
    public static IResult Dated([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dated/{day:datetime}")] HttpRequest request, DateTime day) =>
        Results.Text(day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));

    [Function("coded")]
    public static IResult Coded([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "coded/{code:alpha:length(3)}")] HttpRequest request, string code) =>
        Results.Text(code);

    [Function("both")]
    public static IResult Both([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head")] HttpRequest request) => Results.Text(request.Method);

    [Function("optional")]
    public static IResult Optional([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "optional/{name?}")] HttpRequest request, string? name) =>
        Results.Text(name ?? "none");

    [Function("AnyMethod")]
    public static async Task AnyMethod([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, CancellationToken cancellation) =>
        await request.HttpContext.Response.WriteAsync(request.Method, cancellation);

    [Function("teapot")]
    public static IActionResult Teapot([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new ContentResult { StatusCode = 418, Content = "short and stout", ContentType = "text/x-tea" };

    [Function("broken")]
    public static IResult Broken([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new InvalidOperationException("secret");

    [Function("guarded")]
    public static IResult Guarded([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => Results.Ok();

    [Function("administered")]
    public static IResult Administered([HttpTrigger(AuthorizationLevel.Admin, "get")] HttpRequest request) => Results.Ok();

    [Function("context")]
    public IResult Context([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context) =>
        Results.Text($"{context.FunctionDefinition.Name} {context.GetHttpContext()!.Request.Path} "
            + ReferenceEquals(context.InstanceServices.GetService(typeof(Notes)), notes));
}
