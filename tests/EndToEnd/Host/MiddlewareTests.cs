using CxFunctions.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace CxFunctions.Tests.EndToEnd.Host;

public sealed class MiddlewareTests
{
    [Fact]
    public async Task Middleware_wraps_the_function_the_first_added_outermost()
    {
        var notes = new Notes();
        await using var host = await TestHost.StartAsync(options => SampleApp.With(options, notes, typeof(MiddlewareFunctions), configure: builder =>
        {
            builder.UseMiddleware<Outer>();
            builder.UseMiddleware(async (context, next) =>
            {
                notes.Seen.Enqueue($"inner of {context.FunctionDefinition.Name}");
                await next();
            });
        }));
        using var response = await host.Http.GetAsync("/wrapped", TestContext.Current.CancellationToken);
        Assert.Equal(["outer before", "inner of wrapped", "function", "outer after"], notes.Seen);
    }

    internal sealed class Outer(Notes notes) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            notes.Seen.Enqueue("outer before");
            await next(context);
            notes.Seen.Enqueue("outer after");
        }
    }
}

internal sealed class MiddlewareFunctions(Notes notes)
{
    [Function("wrapped")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request)
    {
        await notes.TakeAsync("function");
        return Results.Ok();
    }
}
