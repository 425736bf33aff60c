using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.LocalHost.Functions;

/// <summary>One call of a function.</summary>
internal sealed class InvocationContext(
    FunctionDescriptor function, IReadOnlyDictionary<string, object?> data, IServiceProvider services, CancellationToken cancellation)
    : FunctionContext
{
    public FunctionDescriptor Function => function;

    /// <summary>What the function returned, once awaited.</summary>
    public object? Result { get; set; }

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => function.Name;

    public override TraceContext TraceContext { get; } = new LocalTrace(Activity.Current);

    public override BindingContext BindingContext { get; } = new LocalBinding(data);

    // Function-level retry policies are not offered here: queue messages are retried by their queue.
    public override RetryContext RetryContext => null!;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken => cancellation;

    private sealed class LocalTrace(Activity? activity) : TraceContext
    {
        public override string TraceParent { get; } = activity?.Id ?? "";

        public override string TraceState { get; } = activity?.TraceStateString ?? "";
    }

    private sealed class LocalBinding(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }
}
