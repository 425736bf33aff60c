using System.Net;
using CxFunctions.CrmSimulator;
using CxFunctions.CrmSimulator.People;
using CxFunctions.CrmSimulator.Sending;
using CxFunctions.CrmSimulator.Traffic;

namespace CxFunctions.Bench.Survey;

/// <summary>Posts one signed webhook a transaction.</summary>
internal sealed class Crm(HttpClient http, Uri app)
{
    private static readonly Country Peru = new("en", "America/Lima", [], new([], []), 1);
    private static readonly string[] Stores = ["Miraflores", "Surco", "Callao", "Arequipa"];
    private readonly WebhookClient _client = new(http, app, new StandardCrm(LocalSecrets.Standard), TimeProvider.System);

    /// <param name="customer">Whose transaction.</param>
    /// <param name="program">Under which it is asked about.</param>
    /// <param name="age">How long ago it happened.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="HttpRequestException">The webhook was not accepted.</exception>
    public async Task PostAsync(Customer customer, string program, TimeSpan age, CancellationToken cancellation)
    {
        customer.PostedAt = DateTimeOffset.UtcNow;
        var transaction = new CrmTransaction
        {
            Id = customer.Transaction,
            Number = customer.Number,
            Program = program,
            Touchpoint = BenchPrograms.Touchpoint,
            OccurredAt = customer.PostedAt - age,
            Person = new()
            {
                Id = $"C-{customer.Number:00000}",
                Name = "Ana Torres",
                Phone = customer.Phone,
                Email = $"c{customer.Number}@customer.example",
                Country = Peru,
            },
            Attributes = new Dictionary<string, object> { ["store"] = Stores[customer.Number % Stores.Length], ["value"] = 120.5 },
        };
        var status = await _client.PostAsync($"msg_{customer.Transaction}", [transaction], cancellation);
        if (status != HttpStatusCode.Accepted)
        {
            throw new HttpRequestException($"The webhook was answered {status?.ToString() ?? "not at all"}.");
        }
    }
}
