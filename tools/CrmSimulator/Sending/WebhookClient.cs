using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using CxFunctions.CrmSimulator.Traffic;

namespace CxFunctions.CrmSimulator.Sending;

/// <summary>Posts transactions as one CRM does.</summary>
/// <param name="http">Its time-out is the CRM's.</param>
/// <param name="host">Base address of the host.</param>
/// <param name="crm">Whose words and signature.</param>
/// <param name="clock">The host's time.</param>
public sealed class WebhookClient(HttpClient http, Uri host, ICrm crm, TimeProvider clock)
{
    /// <summary>One attempt, signed at the time it is made.</summary>
    /// <returns>How the host answered; null where it did not.</returns>
    public async Task<HttpStatusCode?> PostAsync(string delivery, IReadOnlyList<CrmTransaction> transactions, CancellationToken cancellationToken)
    {
        var body = crm.Write(transactions);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, "api/webhooks/" + crm.Source))
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        foreach (var (name, value) in crm.Sign(delivery, clock.GetUtcNow(), body))
        {
            request.Headers.Add(name, value);
        }
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return response.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>A delivery's name: of its first transaction and how many follow, so that it is the same at every attempt.</summary>
    public static string NameOf(IReadOnlyList<CrmTransaction> transactions) =>
        string.Create(CultureInfo.InvariantCulture, $"msg_{transactions[0].Id}_{transactions.Count}");
}
