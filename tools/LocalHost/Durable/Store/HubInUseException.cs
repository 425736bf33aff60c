namespace CxFunctions.LocalHost.Durable;

/// <summary>Another engine works on the hub; two would run every activity twice.</summary>
public sealed class HubInUseException(string hub, string owner)
    : InvalidOperationException($"The durable hub '{hub}' is in use by {owner}. Stop that host, or give this one other storage (--data or --storage) or another hubName in host.json.");
