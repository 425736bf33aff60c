using CxFunctions.LocalHost.Bridge.Protocol;

namespace CxFunctions.LocalHost.Functions;

/// <summary>A function of the app, as its worker describes it.</summary>
internal sealed record FunctionDescriptor
{
    /// <summary>As it came, to be sent back when the function is loaded.</summary>
    public required RpcFunctionMetadata Metadata { get; init; }

    public required FunctionBinding Trigger { get; init; }

    public required IReadOnlyList<FunctionBinding> Inputs { get; init; }

    public string Name => Metadata.Name;

    /// <summary>Full name of the class that holds it.</summary>
    public string TypeName => Metadata.EntryPoint[..Metadata.EntryPoint.LastIndexOf('.')];

    /// <exception cref="LocalHostException">It uses a binding that this host does not have.</exception>
    public static FunctionDescriptor Of(RpcFunctionMetadata metadata)
    {
        var bindings = metadata.RawBindings.Select(FunctionBinding.Parse).ToList();
        foreach (var binding in bindings.Where(binding => !BindingKinds.All.Contains(binding.Type)))
        {
            throw new LocalHostException(
                $"Function '{metadata.Name}' binds '{binding.Name}' to {binding.Type}, which LocalHost does not run. It knows {string.Join(", ", BindingKinds.All)}.");
        }
        return new FunctionDescriptor
        {
            Metadata = metadata,
            Trigger = bindings.SingleOrDefault(binding => binding.Type.EndsWith("Trigger", StringComparison.Ordinal))
                ?? throw new LocalHostException($"Function '{metadata.Name}' has no trigger."),
            Inputs = [.. bindings.Where(binding => !binding.IsOutput && !binding.Type.EndsWith("Trigger", StringComparison.Ordinal))],
        };
    }
}
