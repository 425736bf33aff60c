using CxFunctions.LocalHost.Running;

namespace CxFunctions.LocalHost.CommandLine;

/// <summary>What the demo is asked for.</summary>
/// <param name="ExitWhenDone">Whether the host ends with the demo; the demo then prints a one-line JSON summary.</param>
/// <param name="Seed">The same seed plays the same day.</param>
/// <param name="Transactions">How many happen, at least 20.</param>
public sealed record DemoRequest(bool ExitWhenDone, int Seed, int Transactions);

/// <summary>Plays a day of traffic against a host.</summary>
/// <param name="host">The running host.</param>
/// <param name="request">What is asked for.</param>
/// <param name="cancellation">Ends it early.</param>
/// <returns>The exit code: 0 when every invariant held.</returns>
public delegate Task<int> PlayDemo(RunningHost host, DemoRequest request, CancellationToken cancellation);
