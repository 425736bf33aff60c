using System.Text.Json;
using CxFunctions.Catalog;
using CxFunctions.Messages;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Intake.Standard;

/// <summary>Any sender that signs as Standard Webhooks says and speaks our own schema.</summary>
internal sealed class StandardSource(ProgramCatalog catalog) : IWebhookSource
{
    private const string Occurred = "occurred";
    private const string Cancelled = "cancelled";

    public string Name => "standard";

    public string? WrongSecret(string secret) =>
        StandardSignature.KeyOf(secret) is null ? "must be whsec_ and the base64 of 24 to 64 bytes." : null;

    public SignatureVerdict Verify(SignedRequest request, IReadOnlyList<string> secrets, DateTimeOffset now) =>
        StandardSignature.Verify(request, secrets, now);

    public string? DeliveryOf(IHeaderDictionary headers) => StandardSignature.Header(headers, "id");

    public DeliveredItem Parse(JsonElement item, WebhookSourceOptions options) => TransactionParser.Read(
        item,
        members => members.Text("event") switch
        {
            null or Occurred => new DeliveredItem.Occurred(Transaction(members, ProgramOf(members, options), options)),
            Cancelled => new DeliveredItem.Cancelled(TransactionParser.Id(members)),
            _ => throw new RuleBreachException($"event must be {Occurred} or {Cancelled}"),
        },
        (members, breach) => RefusalParser.Of(
            breach,
            members,
            () => TransactionParser.Id(members),
            () => ProgramOf(members, options),
            () => members.Text("touchpoint"),
            () => members.Text("occurredAt") is { } at ? TransactionParser.Instant(at) : null));

    private Transaction Transaction(JsonMembers members, string? program, WebhookSourceOptions options) =>
        TransactionParser.Transaction(members, program, RegionRules.Of(options, program, catalog));

    private static string? ProgramOf(JsonMembers members, WebhookSourceOptions options) => members.Text("program") ?? options.Program;
}
