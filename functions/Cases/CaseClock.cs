using CxFunctions.Catalog;
using CxFunctions.Contacts;

namespace CxFunctions.Cases;

/// <summary>When something is to be done about a case; the customer is only told in waking hours, in the customer's own zone.</summary>
public sealed class CaseClock(ProgramCatalog catalog, ContactStore contacts, TimeProvider time)
{
    // After a send that had to wait for another reason than the hour (a spent budget), look again at this pace.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>The time of a visit. Clocks of two machines differ: what is past for the journey is not yet to come here.</summary>
    public DateTimeOffset At(CaseVisit visit)
    {
        var (now, asked) = (time.GetUtcNow(), new DateTimeOffset(DateTime.SpecifyKind(visit.At, DateTimeKind.Utc)));
        return now > asked ? now : asked;
    }

    public async Task<CaseAgenda> AgendaAsync(Case? c, DateTimeOffset at, CancellationToken cancellationToken) =>
        CaseAgendaRules.Of(c, at, c is { WordBackState: WordBackState.Waiting } ? await OpensAsync(c, at, cancellationToken) : at);

    /// <summary>When to try again to tell a customer who must not be told now.</summary>
    public async Task<CaseAgenda> PostponedAsync(Case c, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var opens = await OpensAsync(c, at, cancellationToken);
        return new CaseAgenda(false, (opens > at ? opens : await OpensAsync(c, at + Pause, cancellationToken)).UtcDateTime);
    }

    private async Task<DateTimeOffset> OpensAsync(Case c, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var program = catalog.Get(c.Program);
        var contact = await contacts.FindAsync(c.Response.ContactId, cancellationToken);
        return program.WakingHours.NextOpen(from, program.ZoneOf(contact?.TimeZone));
    }
}
