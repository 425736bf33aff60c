using Azure.Data.Tables;
using CxFunctions.Contacts.Claims;

namespace CxFunctions.Contacts;

/// <summary>A contact as it was read a moment ago; null where there is none, or it was erased.</summary>
/// <param name="Contact">Who it is.</param>
/// <param name="Claim">Of the last invitation.</param>
/// <param name="Row">The row itself, whose ETag a claim is made under.</param>
internal sealed record ContactSighting(Contact Contact, InvitationClaim? Claim, TableEntity Row);
