using System.Text.Json;

namespace CxFunctions.LocalHost.Azurite;

/// <summary>Where a running Azurite listens, as its launcher wrote it.</summary>
internal sealed record AzuriteAddress(int Pid, int Blob, int Queue, int Table)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static AzuriteAddress? Read(string folder)
    {
        var path = PathIn(folder);
        return File.Exists(path) ? JsonSerializer.Deserialize<AzuriteAddress>(File.ReadAllText(path), Json) : null;
    }

    public static void Forget(string folder) => File.Delete(PathIn(folder));

    public string ConnectionString(string account) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={AzuriteOptions.DevelopmentKey};"
        + $"BlobEndpoint=http://127.0.0.1:{Blob}/{account};QueueEndpoint=http://127.0.0.1:{Queue}/{account};"
        + $"TableEndpoint=http://127.0.0.1:{Table}/{account};";

    /// <summary>Whether Azurite, and not some other program that was given its number or its port, answers there.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var response = await http.GetAsync(new Uri($"http://127.0.0.1:{Queue}/"), cancellation);
            return response.Headers.TryGetValues("Server", out var server)
                && server.Any(name => name.StartsWith("Azurite-Queue", StringComparison.Ordinal));
        }
        catch (Exception failure) when (failure is HttpRequestException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    private static string PathIn(string folder) => Path.Combine(folder, "azurite.json");
}
