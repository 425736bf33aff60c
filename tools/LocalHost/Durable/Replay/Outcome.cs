namespace CxFunctions.LocalHost.Durable;

/// <summary>What a run-through came to.</summary>
/// <param name="End">Null while the instance goes on.</param>
/// <param name="News">What history is to hold from now on: new requests in order, and timers given up.</param>
/// <param name="CustomStatus">As last set by the code.</param>
internal sealed record Outcome(Ending? End, IReadOnlyList<HistoryEvent> News, string? CustomStatus, bool Suspended = false);

/// <summary>How a generation ended.</summary>
internal abstract record Ending
{
    internal sealed record Completed(string? Output) : Ending;

    internal sealed record Failed(string Failure) : Ending;

    internal sealed record Terminated : Ending;

    /// <param name="Unread">Events that go along, in order of arrival.</param>
    internal sealed record ContinuedAsNew(string? Input, string Version, IReadOnlyList<EventRaised> Unread) : Ending;
}
