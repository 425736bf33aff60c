using System.Reflection;
using System.Reflection.Emit;
using Microsoft.Azure.WebJobs;
using Binder = Microsoft.Azure.WebJobs.Binder;

namespace CxFunctions.LocalHost.Functions;

/// <summary>
/// Writes, at run time, the class that the WebJobs SDK looks for: a method for each function of the app, whose attributes are
/// those the worker described, and whose body hands everything on.
/// </summary>
internal static class FunctionEmitter
{
    private static readonly MethodInfo Run = typeof(EmittedFunctions).GetMethod("RunAsync", BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly ConstructorInfo BaseConstructor = typeof(EmittedFunctions).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic).Single();

    /// <param name="functions">The functions; a method hands on its place in this list.</param>
    public static Type Emit(IReadOnlyList<FunctionDescriptor> functions)
    {
        var module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("EmittedFunctions"), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("Functions");
        var type = module.DefineType("Functions", TypeAttributes.Public | TypeAttributes.Sealed, typeof(EmittedFunctions));
        EmitConstructor(type);
        for (var place = 0; place < functions.Count; place++)
        {
            EmitMethod(type, functions[place], place);
        }
        return type.CreateType();
    }

    private static void EmitConstructor(TypeBuilder type)
    {
        var il = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, [typeof(RunFunction)]).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Call, BaseConstructor);
        il.Emit(OpCodes.Ret);
    }

    private static void EmitMethod(TypeBuilder type, FunctionDescriptor function, int place)
    {
        FunctionBinding[] bindings = [function.Trigger, .. function.Inputs];
        Type[] parameters = [.. bindings.Select(BindingKinds.TypeOf), typeof(Binder), typeof(CancellationToken)];
        var returns = BindingKinds.ReturnsValue(function.Trigger.Type) ? typeof(Task<object>) : typeof(Task);
        var method = type.DefineMethod(function.Name, MethodAttributes.Public, returns, parameters);
        method.SetCustomAttribute(AttributeBuilder.Of(new FunctionNameAttribute(function.Name)));
        if (!BindingKinds.IsTriggeredByExtension(function.Trigger.Type))
        {
            method.SetCustomAttribute(AttributeBuilder.Of(new NoAutomaticTriggerAttribute()));
        }
        for (var at = 0; at < bindings.Length; at++)
        {
            var parameter = method.DefineParameter(at + 1, ParameterAttributes.None, ParameterName(at));
            if (BindingKinds.AttributeOf(bindings[at]) is { } attribute)
            {
                parameter.SetCustomAttribute(AttributeBuilder.Of(attribute));
            }
        }
        method.DefineParameter(bindings.Length + 1, ParameterAttributes.None, "binder");
        method.DefineParameter(bindings.Length + 2, ParameterAttributes.None, "cancellation");
        EmitBody(method.GetILGenerator(), parameters, place);
    }

    /// <summary>The name of the trigger's parameter is also how this host names what it calls a function with.</summary>
    public static string ParameterName(int at) => at == 0 ? "trigger" : $"input{at}";

    private static void EmitBody(ILGenerator il, Type[] parameters, int place)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, place);
        il.Emit(OpCodes.Ldc_I4, parameters.Length);
        il.Emit(OpCodes.Newarr, typeof(object));
        for (var at = 0; at < parameters.Length; at++)
        {
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Ldc_I4, at);
            il.Emit(OpCodes.Ldarg, (short)(at + 1));
            if (parameters[at].IsValueType)
            {
                il.Emit(OpCodes.Box, parameters[at]);
            }
            il.Emit(OpCodes.Stelem_Ref);
        }
        il.Emit(OpCodes.Call, Run);
        il.Emit(OpCodes.Ret);
    }
}
