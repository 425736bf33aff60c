namespace CxFunctions.Sandbox.Events;

/// <summary>The delivery schemas of an Event Grid subscription, by their names there.</summary>
public enum EventSchema
{
    /// <summary>A JSON array of Event Grid events; validated by a POST with a code.</summary>
    EventGridSchema,

    /// <summary>One CloudEvents 1.0 object; validated by OPTIONS.</summary>
    CloudEventSchemaV1_0,
}
