using CxFunctions.LocalHost.Bridge;
using CxFunctions.LocalHost.Bridge.Protocol;
using Microsoft.Azure.WebJobs;

namespace CxFunctions.LocalHost.Functions;

/// <summary>What stands behind the emitted methods: makes the request of the worker's protocol from bound values.</summary>
internal sealed class FunctionRunner(IReadOnlyList<FunctionDescriptor> functions, Invoker invoker)
{
    /// <inheritdoc cref="RunFunction"/>
    public async Task<object?> RunAsync(int function, object?[] values)
    {
        var descriptor = functions[function];
        var request = new InvocationRequest { InvocationId = $"{Guid.NewGuid()}", FunctionId = descriptor.Metadata.FunctionId };
        var call = values[0] as HostCall;
        Add(request, descriptor.Trigger, call?.Value ?? RpcData.Of(values[0]));
        for (var at = 0; at < descriptor.Inputs.Count; at++)
        {
            Add(request, descriptor.Inputs[at], RpcData.Of(values[at + 1]));
        }
        foreach (var (name, value) in call?.Metadata ?? Known((Binder)values[^2]!))
        {
            request.TriggerMetadata[name] = RpcData.Of(value);
        }
        var beside = call?.AccompanyAsync(request.InvocationId) ?? Task.CompletedTask;
        try
        {
            return await invoker.InvokeAsync(request, (CancellationToken)values[^1]!);
        }
        finally
        {
            await beside;
        }
    }

    // "sys" holds what the SDK offers to binding expressions; it is not about the trigger.
    private static IEnumerable<KeyValuePair<string, object?>> Known(Binder binder) =>
        binder.BindingData.Where(known => known.Value is not null && known.Key is not "sys")!;

    private static void Add(InvocationRequest request, FunctionBinding binding, TypedData value) =>
        request.InputData.Add(new ParameterBinding { Name = binding.Name, Data = value });
}
