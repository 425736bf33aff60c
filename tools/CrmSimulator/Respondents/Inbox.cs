using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace CxFunctions.CrmSimulator.Respondents;

/// <summary>Reads the Sandbox's telephones and mailboxes.</summary>
public sealed class Inbox(HttpClient http, Uri sandbox)
{
    /// <summary>The messages after the one numbered <paramref name="since"/>, oldest first; 0 for all.</summary>
    /// <exception cref="HttpRequestException">The Sandbox did not answer.</exception>
    public async Task<IReadOnlyList<SandboxMessage>> ReadAsync(long since, CancellationToken cancellationToken) =>
        await http.GetFromJsonAsync<List<SandboxMessage>>(
            new Uri(sandbox, string.Create(CultureInfo.InvariantCulture, $"sandbox/messages?since={since}")), JsonSerializerOptions.Web, cancellationToken) ?? [];

    /// <summary>Answers the last SMS on a phone.</summary>
    /// <exception cref="HttpRequestException">The Sandbox did not take it.</exception>
    public async Task ReplyAsync(string phone, string text, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(
            new Uri(sandbox, $"sandbox/phones/{Uri.EscapeDataString(phone)}/reply"), new { text }, JsonSerializerOptions.Web, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Numbers whose owners have changed them: what is sent there is reported as failed.</summary>
    /// <exception cref="HttpRequestException">The Sandbox did not take it.</exception>
    public async Task DisconnectAsync(IEnumerable<string> phones, CancellationToken cancellationToken)
    {
        using var response = await http.PutAsJsonAsync(
            new Uri(sandbox, "sandbox/faults"), new { service = "sms", undeliverable = phones }, JsonSerializerOptions.Web, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
