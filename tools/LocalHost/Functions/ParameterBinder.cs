using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace CxFunctions.LocalHost.Functions;

/// <summary>Fills in the parameters of a function.</summary>
/// <param name="inputs">Values of input bindings, such as a durable client, by attribute type.</param>
internal sealed class ParameterBinder(IReadOnlyDictionary<Type, object> inputs)
{
    /// <exception cref="FunctionInputException">A value cannot be had in the type that is asked for.</exception>
    public object?[] Bind(InvocationContext context, TriggerPayload payload) =>
        [.. context.Function.Method.GetParameters().Select(parameter => Bind(parameter, context, payload))];

    private object? Bind(ParameterInfo parameter, InvocationContext context, TriggerPayload payload)
    {
        var type = parameter.ParameterType;
        try
        {
            // By position: two hosts that read a method at once may each hold an object of their own for the same parameter.
            if (parameter.Position == context.Function.TriggerParameter.Position)
            {
                return payload.Bind(type);
            }
            if (parameter.GetCustomAttribute<InputBindingAttribute>() is { } input)
            {
                return inputs.TryGetValue(input.GetType(), out var value) && type.IsInstanceOfType(value) ? value
                    : throw new NotSupportedException($"LocalHost has no {input.GetType().Name} of type {type.Name}.");
            }
            return type.IsAssignableFrom(typeof(FunctionContext)) && type != typeof(object) ? context
                : type == typeof(CancellationToken) ? context.CancellationToken
                : type == typeof(HttpRequest) ? payload.Http?.Request
                : payload.Data.TryGetValue(parameter.Name!, out var data) ? Convert(data, type)
                : payload.Otherwise is not null ? payload.Otherwise(type)
                : parameter.HasDefaultValue ? parameter.DefaultValue
                : IsNullable(parameter) ? null
                : throw new NotSupportedException("there is nothing of this name to bind to.");
        }
        catch (Exception failure) when (failure is not FunctionInputException)
        {
            throw new FunctionInputException(context.Function.Name, parameter.Name!, type, failure);
        }
    }

    private static object? Convert(object? value, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        return value is null || target.IsInstanceOfType(value) ? value
            : value is string text ? TypeDescriptor.GetConverter(target).ConvertFromInvariantString(text)
            : target == typeof(string) ? System.Convert.ToString(value, CultureInfo.InvariantCulture)
            : System.Convert.ChangeType(value, target, CultureInfo.InvariantCulture);
    }

    private static bool IsNullable(ParameterInfo parameter) =>
        parameter.ParameterType.IsValueType
            ? Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            : new NullabilityInfoContext().Create(parameter).WriteState != NullabilityState.NotNull;
}
