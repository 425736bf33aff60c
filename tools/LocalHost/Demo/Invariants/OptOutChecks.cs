using CxFunctions.LocalHost.Demo.Evidence;

namespace CxFunctions.LocalHost.Demo.Invariants;

internal static class OptOutChecks
{
    /// <summary>Real seconds for a message that was on its way while the opt-out was stored.</summary>
    private const int Underway = 2;

    /// <summary>Real seconds in which an SMS with STOP must have been heard: an event, a queue, a row.</summary>
    private const int Hearing = 10;

    public static Finding Stored(DemoEvidence e) => new(
        $"{e.OptOuts.Count} opt-outs",
        [.. e.OptOuts
            .Where(o => o.StoredAt is null || o.StoredAt > o.SaidAt + (Hearing * e.RealSecond))
            .Select(o => $"{o.ContactId} by {o.By}: {(o.StoredAt is null ? "not stored" : "stored late")}")]);

    /// <summary>Of anything: surveys, reminders, words back.</summary>
    public static Finding SilentAfterwards(DemoEvidence e)
    {
        var breaches = new List<string>();
        foreach (var optOut in e.OptOuts.Where(o => o.StoredAt is not null))
        {
            var person = e.People[optOut.ContactId];
            breaches.AddRange(e.Messages
                .Where(m => !m.ToManager && (m.To == person.Phone || string.Equals(m.To, person.Email, StringComparison.OrdinalIgnoreCase)))
                .Where(m => m.At > optOut.StoredAt + ((optOut.By == OptOut.BySms ? Hearing : Underway) * e.RealSecond))
                .Select(m => $"{optOut.ContactId}: {m.Kind} {(m.At - optOut.StoredAt)!.Value.TotalSeconds:0} s after the opt-out"));
        }
        return new($"{e.OptOuts.Count} people who opted out", breaches);
    }
}
