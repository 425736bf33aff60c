using System.Reflection;

namespace CxFunctions.Tests.Tools.StandIns.OfficialApi;

/// <summary>How the lists spell types and members. Nullability, attributes and comments are not part of it.</summary>
internal static class SurfaceText
{
    public static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { BaseType.FullName: "System.MulticastDelegate" } => "delegate",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    public static string Of(FieldInfo field)
    {
        var kind = field.IsLiteral ? "const " : field.IsStatic ? "static " : "";
        var value = field.IsLiteral ? $" = {field.GetRawConstantValue() ?? "null"}" : "";
        return $"{field.Name}: {kind}{Name(field.FieldType)}{value}";
    }

    public static string Of(MethodBase method)
    {
        var parameters = string.Join(", ", method.GetParameters().Select(Of));
        if (method is not MethodInfo info)
        {
            return $"new({parameters}): {Scope(method)}".TrimEnd();
        }
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";
        return $"{method.Name}{generic}({parameters}): {Scope(method)}{Flags(method)}{Name(info.ReturnType)}";
    }

    public static string Of(PropertyInfo property, MethodInfo[] accessors)
    {
        var index = property.GetIndexParameters();
        var brackets = index.Length > 0 ? $"[{string.Join(", ", index.Select(Of))}]" : "";
        var words = accessors.Select(accessor => Scope(accessor) + Word(accessor)).Order(StringComparer.Ordinal);
        return $"{property.Name}{brackets}: {Flags(accessors[0])}{Name(property.PropertyType)} {{ {string.Join(' ', words)} }}";
    }

    public static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!);
        }
        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }
        if (type.IsGenericParameter)
        {
            return type.Name;
        }
        var inherited = type.IsNested ? type.DeclaringType!.GetGenericArguments().Length : 0;
        var arguments = type.GetGenericArguments().Skip(inherited).Select(Name).ToArray();
        var home = type.IsNested ? Name(type.DeclaringType!) + "." : string.IsNullOrEmpty(type.Namespace) ? "" : type.Namespace + ".";
        return home + type.Name.Split('`')[0] + (arguments.Length > 0 ? $"<{string.Join(", ", arguments)}>" : "");
    }

    private static string Of(ParameterInfo parameter)
    {
        var many = parameter.GetCustomAttributesData().Any(a => a.AttributeType.Name == nameof(ParamArrayAttribute)) ? "params " : "";
        var way = !parameter.ParameterType.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        var preset = !parameter.IsOptional ? ""
            : $" = {(parameter.HasDefaultValue ? parameter.RawDefaultValue ?? "default" : "default")}";
        return $"{many}{way}{Name(parameter.ParameterType)} {parameter.Name}{preset}";
    }

    private static string Scope(MethodBase method) => method.IsPublic ? "" : "protected ";

    // An override repeats a member of its base; a virtual that is also final only implements an interface.
    private static string Flags(MethodBase method) => method switch
    {
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: false } or { IsFinal: true } => "",
        _ => (method.Attributes & MethodAttributes.NewSlot) == 0 ? "override " : "virtual ",
    };

    private static string Word(MethodInfo accessor) =>
        accessor.Name.StartsWith("get_", StringComparison.Ordinal) ? "get;"
        : accessor.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit") ? "init;"
        : "set;";
}
