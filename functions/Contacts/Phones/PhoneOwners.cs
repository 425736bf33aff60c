using CxFunctions.Contacts.Spelling;

namespace CxFunctions.Contacts.Phones;

/// <summary>From a phone to the people it belongs to now, and to their surveys that may still be under way.</summary>
public sealed class PhoneOwners(PhoneStore phones, ContactStore contacts)
{
    /// <summary>More invitations to one phone than that are of long ago.</summary>
    private const int Newest = 20;

    /// <summary>No survey lives longer: 48 hours, and 2 of grace (see <see cref="Catalog.SurveyProgram"/>).</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(50);

    /// <param name="phone">However it is written.</param>
    /// <param name="at">Surveys that had ended by then are left out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<PhoneOwner> FindAsync(string phone, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var invitations = await phones.NewestAsync(phone, Newest, cancellationToken);
        var journeys = invitations.Where(i => i.OccurredAt + LongestLife > at).Select(i => i.JourneyId).ToHashSet();
        var owners = new List<Contact>();
        foreach (var id in invitations.Select(i => i.ContactId).Distinct())
        {
            // Numbers are given to other people, and people change theirs: what one says must not bind the other.
            if (await contacts.LookAsync(id, cancellationToken) is { } seen && seen.Contact.Phone is { Length: > 0 } now && NormalAddress.Of(now) == NormalAddress.Of(phone))
            {
                owners.Add(seen.Contact);
                if (seen.Claim is { } last && last.At + LongestLife > at)
                {
                    journeys.Add(last.JourneyId); // By e-mail, maybe: no row of this phone tells of it.
                }
            }
        }
        return new PhoneOwner(owners, journeys);
    }
}

/// <summary>Whose a phone is.</summary>
/// <param name="Contacts">A family may share one.</param>
/// <param name="Journeys">Ids of their surveys that may be under way.</param>
public sealed record PhoneOwner(IReadOnlyList<Contact> Contacts, IReadOnlyCollection<string> Journeys);
