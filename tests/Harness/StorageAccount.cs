using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Web;

namespace CxFunctions.Tests.Harness;

/// <summary>An emulator's account: where its queues are, and how requests to them are signed.</summary>
/// <param name="Name">Of the account.</param>
/// <param name="Key">Base64.</param>
/// <param name="Queues">Address of the queue service, which holds the account's name as its path.</param>
/// <param name="Text">The whole connection string.</param>
public sealed record StorageAccount(string Name, string Key, Uri Queues, string Text)
{
    public static StorageAccount Of(string connectionString)
    {
        var parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        return new(parts["AccountName"], parts["AccountKey"], new Uri(parts["QueueEndpoint"]), connectionString);
    }

    /// <summary>The connection string with the queue service at another address.</summary>
    public string WithQueuesAt(Uri other) =>
        Text.Replace($"QueueEndpoint={Queues}", $"QueueEndpoint={new Uri(other, Queues.AbsolutePath)}", StringComparison.Ordinal);

    /// <summary>
    /// Signs a request without a body anew, after its address was changed: the Shared Key of the Queue service, version 2009-09-19 and later
    /// (learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key).
    /// </summary>
    public void Sign(HttpRequestMessage request)
    {
        request.Headers.Date = null;
        request.Headers.Remove("x-ms-date");
        request.Headers.Add("x-ms-date", DateTime.UtcNow.ToString("R", CultureInfo.InvariantCulture));
        var headers = request.Headers
            .Select(header => (Name: header.Key.ToLowerInvariant(), Value: string.Join(',', header.Value)))
            .Where(header => header.Name.StartsWith("x-ms-", StringComparison.Ordinal))
            .OrderBy(header => header.Name, StringComparer.Ordinal);
        var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        var parameters = query.AllKeys.Order(StringComparer.Ordinal).Select(name => $"\n{name!.ToLowerInvariant()}:{query[name]}");
        // Between the method and the headers stand eleven lines that such a request leaves empty.
        var text = request.Method.Method + new string('\n', 12)
            + string.Concat(headers.Select(header => $"{header.Name}:{header.Value}\n"))
            + $"/{Name}{request.RequestUri.AbsolutePath}" + string.Concat(parameters);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes(text)));
        request.Headers.Authorization = new AuthenticationHeaderValue("SharedKey", $"{Name}:{signature}");
    }
}
