using System.Reflection;
using System.Reflection.Emit;

namespace CxFunctions.LocalHost.Functions;

/// <summary>Attributes for emitted code, from attributes that exist as objects.</summary>
internal static class AttributeBuilder
{
    public static CustomAttributeBuilder Of(Attribute attribute)
    {
        var type = attribute.GetType();
        // The shortest constructor; each parameter of it bears the name of the property that holds it.
        var constructor = type.GetConstructors().OrderBy(c => c.GetParameters().Length).First(c => c.GetParameters().All(p => Property(type, p.Name!) is not null));
        var arguments = constructor.GetParameters().Select(p => Property(type, p.Name!)!.GetValue(attribute)).ToArray();
        var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => p is { CanRead: true, CanWrite: true } && p.SetMethod!.IsPublic && p.GetValue(attribute) is string or bool)
            .ToArray();
        return new CustomAttributeBuilder(constructor, arguments, properties, [.. properties.Select(p => p.GetValue(attribute))]);
    }

    private static PropertyInfo? Property(Type type, string name) =>
        type.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase);
}
