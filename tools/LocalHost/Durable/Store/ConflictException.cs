namespace CxFunctions.LocalHost.Durable;

/// <summary>The instance is not as this engine left it.</summary>
internal sealed class ConflictException(string instanceId) : Exception($"Instance '{instanceId}' was changed by someone else.");
