using CxFunctions.Privacy;

namespace CxFunctions.Journeys;

/// <summary>Asks whether a contact said stop by any way: who did so by SMS does not want it by e-mail either.</summary>
internal sealed class SuppressionCheck(SuppressionStore suppressions)
{
    public async Task<bool> IsSuppressedAsync(Contact contact, CancellationToken cancellationToken)
    {
        var phone = suppressions.IsSuppressedAsync(contact.Id, contact.Phone, cancellationToken);
        var email = contact.Email is null ? Task.FromResult(false) : suppressions.IsSuppressedAsync(contact.Id, contact.Email, cancellationToken);
        return await phone | await email;
    }
}
