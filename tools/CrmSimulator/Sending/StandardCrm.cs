using System.Text.Json;
using CxFunctions.CrmSimulator.Signing;
using CxFunctions.CrmSimulator.Traffic;

namespace CxFunctions.CrmSimulator.Sending;

/// <summary>Source <c>standard</c>: our own transactions, one object or an array, signed by Standard Webhooks.</summary>
/// <param name="secret"><c>whsec_…</c></param>
public sealed class StandardCrm(string secret) : ICrm
{
    private readonly StandardWebhooksSigner _signer = new(secret);

    public string Source => "standard";

    public int Concurrency => 32;

    public bool Knows(Company company, string touchpoint) => true;

    public string IdOf(CrmTransaction transaction) => transaction.Id;

    public byte[] Write(IReadOnlyList<CrmTransaction> transactions) =>
        transactions is [var one] ? JsonSerializer.SerializeToUtf8Bytes(Body(one)) : JsonSerializer.SerializeToUtf8Bytes(transactions.Select(Body));

    public IEnumerable<(string Name, string Value)> Sign(string delivery, DateTimeOffset at, ReadOnlySpan<byte> body) =>
        _signer.Headers(delivery, at, body);

    private static object Body(CrmTransaction transaction) => transaction.TakenBack ? TakenBack(transaction) : Occurred(transaction);

    private static object TakenBack(CrmTransaction transaction) => new { @event = "cancelled", id = transaction.Id };

    private static object Occurred(CrmTransaction transaction) => new
    {
        id = transaction.Id,
        program = transaction.Program,
        touchpoint = transaction.Touchpoint,
        // CRMs write the offset of where it happened.
        occurredAt = TimeZoneInfo.ConvertTime(transaction.OccurredAt, TimeZoneInfo.FindSystemTimeZoneById(transaction.Person.Country.TimeZone)),
        contact = ContactJson.Of(transaction.Person),
        attributes = transaction.Attributes,
    };
}
