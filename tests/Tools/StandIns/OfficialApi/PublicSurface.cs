using System.Reflection;

namespace CxFunctions.Tests.Tools.StandIns.OfficialApi;

/// <summary>What an assembly offers to others, a line for each type, base, interface and member, read without running it.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static SortedSet<string> Of(Assembly assembly) =>
        new(assembly.GetTypes().Where(IsVisible).SelectMany(Lines), StringComparer.Ordinal);

    private static IEnumerable<string> Lines(Type type)
    {
        var owner = SurfaceText.Name(type);
        var isDelegate = type.BaseType?.FullName == "System.MulticastDelegate";
        IEnumerable<string> members =
        [
            $" is {SurfaceText.Kind(type)}",
            .. HasTellingBase(type) && !isDelegate ? [$" extends {SurfaceText.Name(type.BaseType!)}"] : Array.Empty<string>(),
            .. type.IsEnum || isDelegate ? [] : type.GetInterfaces().Where(IsVisible).Select(face => $" implements {SurfaceText.Name(face)}"),
            .. Fields(type).Select(field => $".{SurfaceText.Of(field)}"),
            .. Methods(type).Select(method => $".{SurfaceText.Of(method)}"),
            .. Properties(type),
            .. type.GetEvents(Declared).Where(e => IsVisible(e.AddMethod!)).Select(e => $".{e.Name}: event {SurfaceText.Name(e.EventHandlerType!)}"),
        ];
        return members.Select(member => owner + member);
    }

    private static bool HasTellingBase(Type type) =>
        type is { IsEnum: false, IsValueType: false, BaseType: { } parent } && parent.FullName != "System.Object";

    private static IEnumerable<FieldInfo> Fields(Type type) =>
        type.GetFields(Declared).Where(field => !field.IsSpecialName && (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly));

    private static IEnumerable<MethodBase> Methods(Type type) =>
        type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)).Where(IsVisible)
            .Where(method => !method.IsSpecialName || method.IsConstructor || method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static IEnumerable<string> Properties(Type type) =>
        from property in type.GetProperties(Declared)
        let accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToArray()
        where accessors.Length > 0
        select $".{SurfaceText.Of(property, accessors)}";

    private static bool IsVisible(Type type) => type.IsNested
        ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!)
        : type.IsPublic;

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
