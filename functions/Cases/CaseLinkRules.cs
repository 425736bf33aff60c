using CxFunctions.Catalog;

namespace CxFunctions.Cases;

/// <summary>What the link to a case still shows. A link lies in telephones and mailboxes for years; what it shows does not. Pure.</summary>
public static class CaseLinkRules
{
    public static bool HasExpired(Case c, CaseLinkLife life, DateTimeOffset now) => now >= c.ResolvedAt + life.ExpiresAfter;

    /// <summary>Name, telephone and address: there to be called, which nobody needs to do once the case is closed for a while.</summary>
    public static bool ShowsContact(Case c, CaseLinkLife life, DateTimeOffset now) => c.ResolvedAt is null || now < c.ResolvedAt + life.ContactShownFor;
}
