using Newtonsoft.Json.Linq;

namespace CxFunctions.LocalHost.Operations;

/// <summary>One thing that happened in an instance. What it was given and gave back is not shown: it may be personal.</summary>
public sealed record HistoryLine(DateTime At, string What)
{
    internal static HistoryLine Of(JObject entry)
    {
        var name = (string?)entry["FunctionName"] ?? (string?)entry["Name"];
        var kind = (string?)entry["EventType"] ?? "?";
        var fireAt = entry["FireAt"] is { Type: JTokenType.Date } due ? $", due {(DateTime)due:u}" : "";
        return new((DateTime?)entry["Timestamp"] ?? default, $"{kind}{(name is null ? "" : $" {name}")}{fireAt}");
    }
}
