using System.Reflection;

namespace CxFunctions.LocalHost.Worker;

/// <summary>The Program of an assembly, as something to call.</summary>
internal static class EntryPoint
{
    public static Action<string[]> Of(Assembly assembly)
    {
        var main = assembly.EntryPoint ?? throw new LocalHostException($"{assembly.GetName().Name} has no Program to run.");
        return args => main.Invoke(
            null, BindingFlags.DoNotWrapExceptions, null, main.GetParameters().Length == 0 ? [] : [args], null);
    }
}
