namespace CxFunctions.LocalHost.Queues;

/// <summary>A message that no further try can help.</summary>
internal sealed class MessageUnreadableException(string message) : Exception(message);
