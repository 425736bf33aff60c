using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Finds code and message in <c>{"odata.error":{"code":…,"message":{"value":…}}}</c>; failing that, the code in the headers.</summary>
internal sealed class ODataErrorParser : RequestFailedDetailsParser
{
    public static readonly ODataErrorParser Instance = new();

    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, [NotNullWhen(true)] out IDictionary<string, string>? data)
    {
        error = null;
        data = null;
        try
        {
            using var body = JsonDocument.Parse(response.Content);
            var odata = body.RootElement.GetProperty("odata.error");
            error = new ResponseError(odata.GetProperty("code").GetString(), odata.GetProperty("message").GetProperty("value").GetString());
            data = new Dictionary<string, string>();
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Not the service's own words: the emulator's XML, a proxy's page, or nothing at all.
            if (!response.Headers.TryGetValue("x-ms-error-code", out var code))
            {
                return false;
            }
            error = new ResponseError(code, null);
            data = new Dictionary<string, string>();
            return true;
        }
    }
}
