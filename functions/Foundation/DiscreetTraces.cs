using System.Diagnostics;

namespace CxFunctions.Foundation;

/// <summary>
/// Takes secrets out of the addresses in this process's traces. It records nothing itself: where nobody collects traces there are none, and
/// whoever does later hears each after this has mended it.
/// </summary>
internal static class DiscreetTraces
{
    private static readonly string[] Addresses = ["url.full", "url.path", "url.query", "http.url", "http.target"];

    private static readonly ActivityListener Listener = new()
    {
        ShouldListenTo = source => source.Name is "Microsoft.AspNetCore" or "System.Net.Http" || source.Name.StartsWith("Azure.", StringComparison.Ordinal),
        // Also at the start: a collector may look at once, and a tag may be set late.
        ActivityStarted = Mend,
        ActivityStopped = Mend,
    };

    private static int _begun;

    /// <summary>Begins, once for the process and for as long as it lives.</summary>
    public static void Begin()
    {
        if (Interlocked.Exchange(ref _begun, 1) == 0)
        {
            ActivitySource.AddActivityListener(Listener);
        }
    }

    private static void Mend(Activity trace)
    {
        foreach (var tag in Addresses)
        {
            if (trace.GetTagItem(tag) is string address)
            {
                trace.SetTag(tag, AddressRules.WithoutSecrets(address));
            }
        }
    }
}
