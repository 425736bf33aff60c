using System.Globalization;
using System.Text.Json;
using CxFunctions.CrmSimulator.Signing;
using CxFunctions.CrmSimulator.Traffic;

namespace CxFunctions.CrmSimulator.Sending;

/// <summary>
/// Source <c>hubspot</c>: arrays of property changes, of a deal that was won or a ticket that was closed. The customer was added
/// by a workflow, since HubSpot's own events name no person.
/// </summary>
/// <param name="secret">The app's client secret.</param>
/// <param name="target">The webhook's full address as HubSpot knows it.</param>
public sealed class HubSpotCrm(string secret, string target) : ICrm
{
    private const long Portal = 7_100_200;
    private const long App = 880_011;
    private readonly HubSpotSigner _signer = new(secret, target);

    public string Source => "hubspot";

    public int Concurrency => 10;

    public bool Knows(Company company, string touchpoint) => company == Company.Retail && touchpoint is "purchase" or "support-ticket";

    public string IdOf(CrmTransaction transaction) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Portal}-{Subscription(transaction)}-{EventId(transaction)}-{ObjectId(transaction)}-{transaction.OccurredAt.ToUnixTimeMilliseconds()}");

    public byte[] Write(IReadOnlyList<CrmTransaction> transactions) => JsonSerializer.SerializeToUtf8Bytes(transactions.Select(Event));

    public IEnumerable<(string Name, string Value)> Sign(string delivery, DateTimeOffset at, ReadOnlySpan<byte> body) => _signer.Headers(at, body);

    private static object Event(CrmTransaction transaction) => new
    {
        eventId = EventId(transaction),
        subscriptionId = Subscription(transaction),
        portalId = Portal,
        appId = App,
        occurredAt = transaction.OccurredAt.ToUnixTimeMilliseconds(),
        subscriptionType = IsDeal(transaction) ? "deal.propertyChange" : "ticket.propertyChange",
        attemptNumber = 0,
        objectId = ObjectId(transaction),
        propertyName = IsDeal(transaction) ? "dealstage" : "hs_pipeline_stage",
        propertyValue = IsDeal(transaction) ? "closedwon" : "4",
        changeSource = "CRM_UI",
        contact = ContactJson.Of(transaction.Person),
        attributes = transaction.Attributes,
    };

    private static bool IsDeal(CrmTransaction transaction) => transaction.Touchpoint == "purchase";

    private static long EventId(CrmTransaction transaction) => 500_000L + transaction.Number;

    private static long ObjectId(CrmTransaction transaction) => 1_000_000L + transaction.Number;

    private static int Subscription(CrmTransaction transaction) => IsDeal(transaction) ? 9_002 : 9_001;
}
