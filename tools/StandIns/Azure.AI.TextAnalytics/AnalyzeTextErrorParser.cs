using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace Azure.AI.TextAnalytics;

/// <summary>Finds code and message of a refused request; of nested causes the inner one, which says most.</summary>
internal sealed class AnalyzeTextErrorParser : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, [NotNullWhen(true)] out IDictionary<string, string>? data)
    {
        error = null;
        data = null;
        try
        {
            using var body = JsonDocument.Parse(response.Content);
            var cause = new TextAnalyticsError(body.RootElement.GetProperty("error"));
            error = new ResponseError(cause.ErrorCode.ToString(), cause.Message);
            data = new Dictionary<string, string>();
            if (cause.Target is not null)
            {
                data["Target"] = cause.Target;
            }
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Not an error of the service itself: a gateway's page, or nothing at all.
            return false;
        }
    }
}
