using System.Reflection;

namespace CxFunctions.LocalHost.Functions;

/// <summary>What a method gives once it is done, whichever of the awaitable forms it returns.</summary>
internal static class Awaited
{
    public static async Task<object?> ResultAsync(object? returned)
    {
        switch (returned)
        {
            case ValueTask value:
                await value;
                return null;
            case Task task:
                await task;
                return ResultOf(task);
            case { } other when other.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>):
                var inner = (Task)type.GetMethod(nameof(ValueTask<int>.AsTask))!.Invoke(other, null)!;
                await inner;
                return ResultOf(inner);
            default:
                return returned;
        }
    }

    // A plain Task may be a Task<VoidTaskResult> inside; that is no result.
    private static object? ResultOf(Task task)
    {
        for (var type = task.GetType(); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
            {
                return type.GetGenericArguments()[0].Name == "VoidTaskResult"
                    ? null
                    : type.GetProperty(nameof(Task<int>.Result), BindingFlags.Public | BindingFlags.Instance)!.GetValue(task);
            }
        }
        return null;
    }
}
