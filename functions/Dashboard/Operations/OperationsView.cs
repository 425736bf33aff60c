using CxFunctions.Channels.Notices;
using CxFunctions.Channels.Stops;
using CxFunctions.Foundation.Poison;

namespace CxFunctions.Dashboard.Operations;

/// <summary>All that the operations page shows, read at one moment.</summary>
/// <param name="Now">UTC.</param>
/// <param name="Queues">Those with something in poison first.</param>
/// <param name="Waiting">Notices that wait for a service, most urgent first; at most <see cref="OperationsReader.MostWaiting"/> a channel.</param>
/// <param name="Stops">Channels whose service refuses us.</param>
/// <param name="News">What the last button did; null where none was pressed.</param>
public sealed record OperationsView(DateTimeOffset Now, IReadOnlyList<PoisonQueue> Queues, IReadOnlyList<WaitingNotice> Waiting, IReadOnlyList<ChannelStop> Stops, string? News);
