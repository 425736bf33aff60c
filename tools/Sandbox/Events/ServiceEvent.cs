using System.Text.Json;

namespace CxFunctions.Sandbox.Events;

/// <summary>Something the communication service has to tell, before it takes the shape of a schema.</summary>
internal sealed record ServiceEvent(string Id, string Type, string Subject, DateTimeOffset Time, JsonElement Data);
