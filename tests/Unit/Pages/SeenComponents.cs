using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace CxFunctions.Tests.Unit.Pages;

/// <summary>Makes components and remembers which.</summary>
internal sealed class SeenComponents : IComponentActivator
{
    private readonly ConcurrentDictionary<Type, bool> _seen = [];

    public IEnumerable<Type> Types => _seen.Keys;

    public IComponent CreateInstance(Type componentType)
    {
        _seen.TryAdd(componentType, true);
        return (IComponent)Activator.CreateInstance(componentType)!;
    }
}
