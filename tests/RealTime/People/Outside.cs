using System.Net.Http.Json;

namespace CxFunctions.Tests.RealTime;

/// <summary>The Sandbox: what telephones and mailboxes have received, and what goes wrong out there.</summary>
internal sealed class Outside(HttpClient sandbox)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What was sent to an address, oldest first.</summary>
    public async Task<IReadOnlyList<Received>> MessagesAsync(string to) =>
        (await sandbox.GetFromJsonAsync<List<Received>>($"/sandbox/messages?to={Uri.EscapeDataString(to)}", Stop))!;

    /// <summary>Everything with a survey's link that reached the customer, on the way that the program prefers.</summary>
    public async Task<IReadOnlyList<Received>> SurveysOfAsync(Customer customer) =>
        [.. (await MessagesAsync(customer.Address)).Where(message => message.LeadsTo("/s/"))];

    /// <param name="faults">As the Sandbox words them: service, rate500 and so on.</param>
    public async Task FaultsAsync(object faults)
    {
        using var answer = await sandbox.PutAsJsonAsync("/sandbox/faults", faults, Stop);
        Assert.True(answer.IsSuccessStatusCode);
    }
}

/// <summary>A message as the Sandbox shows it.</summary>
internal sealed record Received(string Kind, string To, DateTimeOffset At, IReadOnlyList<string> Links, string? Text = null, string? Subject = null, string? Html = null)
{
    public string SurveyPath => PathOf("/s/");

    public string CasePath => PathOf("/cases/");

    public bool LeadsTo(string room) => Links.Any(link => link.Contains(room, StringComparison.Ordinal));

    /// <summary>The way of a link, on whatever host.</summary>
    private string PathOf(string room) => new Uri(Links.First(link => link.Contains(room, StringComparison.Ordinal))).AbsolutePath;
}
