using System.Text.Json;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Intake.HubSpot;

/// <summary>A HubSpot app or workflow whose events carry the contact beside the usual members; see the README.</summary>
internal sealed class HubSpotSource(ProgramCatalog catalog) : IWebhookSource
{
    public string Name => "hubspot";

    public string? WrongSecret(string secret) =>
        secret.Length == 0 ? "must be the client secret of the HubSpot app."
        : ReadSecretAttribute.IsUnread(secret) ? ReadSecretAttribute.Unread
        : null;

    public SignatureVerdict Verify(SignedRequest request, IReadOnlyList<string> secrets, DateTimeOffset now) =>
        HubSpotSignature.Verify(request, secrets, now);

    /// <summary>HubSpot names events, not deliveries.</summary>
    public string? DeliveryOf(IHeaderDictionary headers) => null;

    public DeliveredItem Parse(JsonElement item, WebhookSourceOptions options) => TransactionParser.Read(
        item,
        members => new DeliveredItem.Occurred(HubSpotEvent.Transaction(members, options, catalog)),
        (members, breach) => HubSpotEvent.Refused(members, breach, options));
}
