namespace Microsoft.Azure.Functions.Worker;

/// <summary>Features of one call, by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>Sets a feature.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="instance">The feature.</param>
    void Set<T>(T instance);

    /// <summary>The feature, or null.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The feature, or null.</returns>
    T? Get<T>();
}
