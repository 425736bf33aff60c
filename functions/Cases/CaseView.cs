using CxFunctions.Catalog;
using CxFunctions.Contacts;
using CxFunctions.Foundation;

namespace CxFunctions.Cases;

/// <summary>All that the case page shows.</summary>
/// <param name="Case">The case.</param>
/// <param name="Brand">The company's name.</param>
/// <param name="Touchpoint">The touchpoint's English name.</param>
/// <param name="Customer">Whom to call back; null where the person was erased or is not shown any more.</param>
/// <param name="CustomerNow">The customer's local time.</param>
/// <param name="MayCall">Whether it is a decent hour there.</param>
/// <param name="Timeline">Oldest first.</param>
/// <param name="Now">UTC.</param>
/// <param name="ContactShown">False once the case is closed for so long that nobody needs to call.</param>
/// <param name="FormId">New for each page, so that a form that is sent again is known.</param>
public sealed record CaseModel(
    Case Case,
    string Brand,
    string Touchpoint,
    Contact? Customer,
    DateTimeOffset CustomerNow,
    bool MayCall,
    IReadOnlyList<CaseEvent> Timeline,
    DateTimeOffset Now,
    bool ContactShown = true,
    string FormId = "")
{
    /// <summary>What stands before the words in an SMS to the customer.</summary>
    public string SmsPrefix => $"{Brand}: ";
}

/// <summary>Gathers what the case page shows.</summary>
public sealed class CaseView(CaseStore store, ContactStore contacts, ProgramCatalog catalog, TimeProvider time)
{
    public async Task<CaseModel> OfAsync(Case c, CancellationToken cancellationToken)
    {
        var program = catalog.Get(c.Program);
        var now = time.GetUtcNow();
        var shown = CaseLinkRules.ShowsContact(c, program.CaseLinks, now);
        var customer = shown ? await contacts.FindAsync(c.Response.ContactId, cancellationToken) : null;
        var zone = program.ZoneOf(customer?.TimeZone);
        return new CaseModel(
            c,
            program.Brand.Name,
            program.FindTouchpoint(c.Touchpoint)?.Name.En ?? c.Touchpoint,
            customer,
            TimeZoneInfo.ConvertTime(now, zone),
            program.WakingHours.Contains(now, zone),
            await store.TimelineAsync(c.Id, cancellationToken),
            now,
            shown,
            LinkToken.Create());
    }
}
