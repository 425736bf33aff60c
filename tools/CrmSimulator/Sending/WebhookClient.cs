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
/// <param name="speed">How fast that clock runs; on a fast one a request is virtual minutes on its way.</param>
public sealed class WebhookClient(HttpClient http, Uri host, ICrm crm, TimeProvider clock, double speed = 1)
{
    /// <summary>Real time from signing to checking on a busy machine.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMilliseconds(400);

    /// <summary>Below the tolerance of every source.</summary>
    private static readonly TimeSpan LongestLead = TimeSpan.FromMinutes(4);


    /// <summary>One attempt, signed at the time it is made.</summary>
    /// <returns>How the host answered; null where it did not.</returns>
    public async Task<HttpStatusCode?> PostAsync(string delivery, IReadOnlyList<CrmTransaction> transactions, CancellationToken cancellationToken)
    {
        var body = crm.Write(transactions);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, "api/webhooks/" + crm.Source))
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        foreach (var (name, value) in crm.Sign(delivery, clock.GetUtcNow() + Lead, body))
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

    /// <summary>Signatures carry the time at which they are expected to be checked, as far as that matters on this clock.</summary>
    private TimeSpan Lead => speed <= 1 ? TimeSpan.Zero : OnItsWay * speed is var lead && lead < LongestLead ? lead : LongestLead;

    /// <summary>A delivery's name: of its first transaction and how many follow, so that it is the same at every attempt.</summary>
    public static string NameOf(IReadOnlyList<CrmTransaction> transactions) =>
        string.Create(CultureInfo.InvariantCulture, $"msg_{transactions[0].Id}_{transactions.Count}");
}
