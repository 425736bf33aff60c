using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace CxFunctions.LocalHost.Functions;

/// <summary>Runs a function as the worker does: scope, middleware, parameters, call, outputs.</summary>
internal sealed class FunctionInvoker
{
    private readonly IServiceProvider _services;
    private readonly ParameterBinder _binder;
    private readonly OutputWriter _outputs;
    private readonly ActivityCounter _activity;
    private readonly TimeSpan _timeout;
    private readonly ILogger _log;
    private readonly FunctionExecutionDelegate _pipeline;
    private readonly ConcurrentDictionary<Type, ObjectFactory> _factories = [];

    public FunctionInvoker(
        IServiceProvider services, IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware,
        ParameterBinder binder, OutputWriter outputs, ActivityCounter activity, TimeSpan timeout, ILogger log)
    {
        (_services, _binder, _outputs, _activity, _timeout, _log) = (services, binder, outputs, activity, timeout, log);
        _pipeline = middleware.Reverse().Aggregate((FunctionExecutionDelegate)ExecuteAsync, (next, wrap) => wrap(next));
    }

    /// <summary>Runs one call; what the function throws comes out as it is.</summary>
    public async Task<object?> InvokeAsync(FunctionDescriptor function, TriggerPayload payload, CancellationToken cancellation)
    {
        using var running = _activity.Begin();
        await using var scope = _services.CreateAsyncScope();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_timeout);
        var context = new InvocationContext(function, payload.Data, scope.ServiceProvider, limit.Token);
        context.Features.Set(payload);
        using var request = payload.Http is null ? null : new RequestServices(payload.Http, context);
        await RunAsync(context);
        await _outputs.WriteAsync(function, context.Result, cancellation);
        if (payload.Completed is not null)
        {
            await payload.Completed(context.Result);
        }
        return context.Result;
    }

    /// <summary>
    /// Runs one step of an orchestrator. Its await may never return: the engine leaves a step that waits where it is and runs
    /// the function anew when there is news, so nothing here may need to be ended, and nothing leaves the engine's thread.
    /// </summary>
    public async Task<object?> OrchestrateAsync(FunctionDescriptor function, TriggerPayload payload)
    {
        var scope = _services.CreateScope();
        var context = new InvocationContext(function, payload.Data, scope.ServiceProvider, CancellationToken.None);
        context.Features.Set(payload);
        await _pipeline(context);
        scope.Dispose();
        return context.Result;
    }

    /// <summary>What a function throws is logged here with all it holds, as the Functions host does, whoever handles it afterwards.</summary>
    private async Task RunAsync(InvocationContext context)
    {
        try
        {
            await _pipeline(context);
        }
        catch (Exception failure)
        {
            FunctionLog.Threw(_log, failure, context.Function.Name);
            throw;
        }
    }

    private async Task ExecuteAsync(FunctionContext call)
    {
        var context = (InvocationContext)call;
        var function = context.Function;
        var arguments = _binder.Bind(context, context.Features.Get<TriggerPayload>()!);
        var target = function.Method.IsStatic ? null : _factories.GetOrAdd(
            function.Method.DeclaringType!, type => ActivatorUtilities.CreateFactory(type, []))(context.InstanceServices, null);
        var returned = function.Invoker.Invoke(target, arguments.AsSpan());
        context.Result = await Awaited.ResultAsync(returned);
    }

    /// <summary>Lets results and the app see the call's services through the request, and gives the request back its own.</summary>
    private sealed class RequestServices : IDisposable
    {
        private readonly HttpContext _http;
        private readonly IServiceProvider _original;
        private readonly IHttpContextAccessor? _accessor;

        public RequestServices(HttpContext http, InvocationContext context)
        {
            (_http, _original) = (http, http.RequestServices);
            http.RequestServices = context.InstanceServices;
            context.Items[FunctionContextExtensions.HttpContextKey] = http;
            _accessor = context.InstanceServices.GetService<IHttpContextAccessor>();
            _accessor?.HttpContext = http;
        }

        public void Dispose()
        {
            _http.RequestServices = _original;
            _accessor?.HttpContext = null;
        }
    }
}
