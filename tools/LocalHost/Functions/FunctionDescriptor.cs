using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace CxFunctions.LocalHost.Functions;

/// <summary>A function of the app: a method, and the parameter that says what starts it.</summary>
internal sealed record FunctionDescriptor(string Name, MethodInfo Method, ParameterInfo TriggerParameter, TriggerBindingAttribute Trigger)
{
    public FunctionDefinition Definition => field ??= new LocalFunctionDefinition(this);

    public MethodInvoker Invoker => field ??= MethodInvoker.Create(Method);

    /// <summary>What the method gives once awaited; null for nothing.</summary>
    public Type? ResultType { get; } = Unwrap(Method.ReturnType);

    private static Type? Unwrap(Type type) =>
        type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask) ? null
        : type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : type;
}
