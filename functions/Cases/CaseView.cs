using CxFunctions.Catalog;
using CxFunctions.Contacts;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Cases;

/// <summary>All that the case page shows.</summary>
/// <param name="Case">The case.</param>
/// <param name="Brand">The company's name.</param>
/// <param name="Touchpoint">The touchpoint's English name.</param>
/// <param name="Customer">Whom to call back; null where the person was erased.</param>
/// <param name="CustomerNow">The customer's local time.</param>
/// <param name="MayCall">Whether it is a decent hour there.</param>
/// <param name="Timeline">Oldest first.</param>
/// <param name="Now">UTC.</param>
public sealed record CaseModel(
    Case Case, string Brand, string Touchpoint, Contact? Customer, DateTimeOffset CustomerNow, bool MayCall, IReadOnlyList<CaseEvent> Timeline, DateTimeOffset Now);

/// <summary>What was typed and what is wrong with it, so that nothing typed is lost.</summary>
public sealed record CaseFormState(IFormCollection? Values, IReadOnlyDictionary<string, string> Errors)
{
    public static readonly CaseFormState Empty = new(null, new Dictionary<string, string>());

    public string Value(string field) => Values?[field].ToString() ?? "";

    public bool Concerns(CaseMove move) => string.Equals(Value("move"), move.ToString(), StringComparison.OrdinalIgnoreCase);

    public string? Error(CaseMove move, string field) => Concerns(move) ? Errors.GetValueOrDefault(field) : null;

    /// <returns>Null where nothing was sent of this move.</returns>
    public string? Typed(CaseMove move, string field) => Concerns(move) ? Value(field) : null;
}

/// <summary>Gathers what the case page shows.</summary>
public sealed class CaseView(CaseStore store, ContactStore contacts, ProgramCatalog catalog, TimeProvider time)
{
    public async Task<CaseModel> OfAsync(Case c, CancellationToken cancellationToken)
    {
        var program = catalog.Get(c.Program);
        var customer = await contacts.FindAsync(c.Response.ContactId, cancellationToken);
        var zone = program.ZoneOf(customer?.TimeZone);
        var now = time.GetUtcNow();
        return new CaseModel(
            c,
            program.Brand.Name,
            program.FindTouchpoint(c.Touchpoint)?.Name.En ?? c.Touchpoint,
            customer,
            TimeZoneInfo.ConvertTime(now, zone),
            program.WakingHours.Contains(now, zone),
            await store.TimelineAsync(c.Id, cancellationToken),
            now);
    }
}
