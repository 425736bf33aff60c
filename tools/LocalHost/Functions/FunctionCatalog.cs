using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace CxFunctions.LocalHost.Functions;

/// <summary>The functions of an app, found by their attributes.</summary>
internal static class FunctionCatalog
{
    /// <exception cref="LocalHostException">A function that the Functions host would not run either.</exception>
    public static IReadOnlyList<FunctionDescriptor> Find(IEnumerable<Type> types)
    {
        var functions = types
            .Where(type => type.IsClass && !type.ContainsGenericParameters)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => (Method: method, Attribute: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(found => found.Attribute is not null)
            .Select(found => Describe(found.Attribute!.Name, found.Method))
            .OrderBy(function => function.Name, StringComparer.Ordinal)
            .ToList();
        var twice = functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? functions : throw new LocalHostException(
            $"Two functions are named '{twice.Key}': {string.Join(" and ", twice.Select(Where))}. Names are unique in an app.");
    }

    private static FunctionDescriptor Describe(string name, MethodInfo method)
    {
        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
        {
            throw new LocalHostException($"Function '{name}' is async void: nobody can wait for it. Return Task.");
        }
        var triggers = method.GetParameters()
            .Select(parameter => (Parameter: parameter, Trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(found => found.Trigger is not null)
            .ToList();
        return triggers.Count == 1
            ? new FunctionDescriptor(name, method, triggers[0].Parameter, triggers[0].Trigger!)
            : throw new LocalHostException($"Function '{name}' has {triggers.Count} triggers; it needs exactly one.");
    }

    private static string Where(FunctionDescriptor function) => $"{function.Method.DeclaringType!.FullName}.{function.Method.Name}";
}
