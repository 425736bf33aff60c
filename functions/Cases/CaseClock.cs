using CxFunctions.Catalog;
using CxFunctions.Journeys;

namespace CxFunctions.Cases;

/// <summary>When the customer of a case may be told.</summary>
public sealed class CaseClock(ProgramCatalog catalog, ContactStore contacts, TimeProvider time)
{
    // After a send that had to wait for another reason than the hour (a spent budget), look again at this pace.
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public async Task<CaseStatus> StatusAsync(Case? c, CancellationToken cancellationToken, bool postponed = false)
    {
        if (c is null)
        {
            // Erased meanwhile: there is nobody left to tell.
            return new CaseStatus(CaseState.Resolved, null);
        }
        if (c.WordBackState != WordBackState.Waiting)
        {
            return new CaseStatus(c.State, null);
        }
        var program = catalog.Get(c.Program);
        var contact = await contacts.FindAsync(c.Response.ContactId, cancellationToken);
        var zone = program.ZoneOf(contact?.TimeZone);
        var earliest = time.GetUtcNow() + (postponed ? Pause : TimeSpan.Zero);
        return new CaseStatus(c.State, program.WakingHours.NextOpen(earliest, zone).UtcDateTime);
    }
}
