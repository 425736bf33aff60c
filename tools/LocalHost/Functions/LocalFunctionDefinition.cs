using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace CxFunctions.LocalHost.Functions;

/// <summary>What <see cref="FunctionContext.FunctionDefinition"/> tells middleware about a function.</summary>
internal sealed class LocalFunctionDefinition(FunctionDescriptor function) : FunctionDefinition
{
    public override string Id => function.Name;

    public override string Name => function.Name;

    public override string EntryPoint => $"{function.Method.DeclaringType!.FullName}.{function.Method.Name}";

    public override string PathToAssembly => function.Method.DeclaringType!.Assembly.Location;

    public override ImmutableArray<FunctionParameter> Parameters { get; } =
        [.. function.Method.GetParameters().Select(parameter => new FunctionParameter(parameter.Name!, parameter.ParameterType))];

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } = function.Method.GetParameters()
        .Select(parameter => (parameter.Name, Binding: parameter.GetCustomAttribute<BindingAttribute>()))
        .Where(found => found.Binding is not null)
        .ToImmutableDictionary(found => found.Name!, found => (BindingMetadata)new Metadata(found.Name!, found.Binding!, BindingDirection.In));

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } =
        function.Method.GetCustomAttribute<OutputBindingAttribute>() is { } output
            ? ImmutableDictionary<string, BindingMetadata>.Empty.Add("$return", new Metadata("$return", output, BindingDirection.Out))
            : ImmutableDictionary<string, BindingMetadata>.Empty;

    private sealed class Metadata(string name, BindingAttribute binding, BindingDirection direction) : BindingMetadata
    {
        public override string Name => name;

        // HttpTriggerAttribute is "httpTrigger", QueueOutputAttribute is "queue".
        public override string Type { get; } = TypeOf(binding.GetType().Name);

        public override BindingDirection Direction => direction;

        private static string TypeOf(string attribute)
        {
            var name = attribute.Replace("Attribute", "", StringComparison.Ordinal).Replace("Output", "", StringComparison.Ordinal);
            return char.ToLowerInvariant(name[0]) + name[1..];
        }
    }
}
