using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CxFunctions.CrmSimulator;
using CxFunctions.CrmSimulator.Signing;

namespace CxFunctions.Tests.RealTime;

/// <summary>What a CRM and a respondent do at the app's doors.</summary>
internal sealed partial class RealHost
{
    private static readonly StandardWebhooksSigner Signer = new(LocalSecrets.Standard);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Tells of transactions as a Standard Webhooks sender does.</summary>
    /// <returns>The status.</returns>
    public async Task<HttpStatusCode> TellAsync(string delivery, params object[] transactions)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(transactions);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/standard") { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in Signer.Headers(delivery, DateTimeOffset.UtcNow, body))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await Http.SendAsync(request, Stop);
        return response.StatusCode;
    }

    /// <summary>The customer buys, now or as long ago as is said; the CRM tells of it until it is heard.</summary>
    public async Task BuysAsync(Customer customer, string program = QuickPrograms.Lasting, TimeSpan ago = default)
    {
        var transaction = customer.Buys(DateTimeOffset.UtcNow - ago, program);
        await Patience.UntilAsync(
            $"{customer.Transaction} is accepted", async () => await TellAsync("msg-" + customer.Transaction, transaction) == HttpStatusCode.Accepted);
    }

    /// <summary>The customer buys and is asked.</summary>
    /// <returns>The invitation.</returns>
    public async Task<Received> AskedAsync(Customer customer, string program = QuickPrograms.Lasting, TimeSpan ago = default)
    {
        await BuysAsync(customer, program, ago);
        return await InvitedAsync(customer);
    }

    public async Task<Received> InvitedAsync(Customer customer, TimeSpan? within = null)
    {
        Received? invitation = null;
        await Patience.UntilAsync(
            $"{customer.Transaction} is asked", async () => (invitation = (await Outside.SurveysOfAsync(customer)).FirstOrDefault()) is not null, within);
        return invitation!;
    }

    /// <summary>Saves answers as the page's script does.</summary>
    public async Task<HttpStatusCode> SaveAsync(Received invitation, int score, bool complete, string why = "")
    {
        var answers = new Dictionary<string, object> { ["recommend"] = score };
        if (why.Length > 0)
        {
            answers["why"] = why;
        }
        using var body = new StringContent(JsonSerializer.Serialize(new { answers, complete }), null, "application/json");
        using var answer = await Http.PostAsync(invitation.SurveyPath, body, Stop);
        return answer.StatusCode;
    }

    /// <summary>Reads an export of the API.</summary>
    /// <param name="path">With its query.</param>
    public async Task<JsonElement> ReadAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    /// <summary>Calls a function of level Function.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { { "x-functions-key", Key } } };
        return await Http.SendAsync(request, Stop);
    }
}
