using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.RegularExpressions;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Tests.Unit.Infra;

/// <summary>What the app reads from its settings, found in its option classes, triggers and programs.</summary>
internal static partial class AppSettings
{
    // Read by the Functions host or by Application Insights, not by our code.
    private static readonly string[] Platform =
    [
        "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__blobServiceUri",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
    ];

    private static readonly Assembly App = typeof(CxOptions).Assembly;

    /// <summary>Option classes are those with a constant <c>Section</c>.</summary>
    private static IEnumerable<(string Section, Type Type)> Options() =>
        from type in App.GetTypes()
        let section = type.GetField("Section", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        where type.Name.EndsWith("Options", StringComparison.Ordinal) && section is { IsLiteral: true }
        select ((string)section.GetRawConstantValue()!, type);

    public static bool IsKnown(string setting) =>
        Platform.Contains(setting, StringComparer.OrdinalIgnoreCase)
        || TriggerSettings().Contains(setting)
        || Options().Any(o => Matches(o, setting));

    /// <summary>What validation demands, what triggers name, and at least one secret for each webhook source.</summary>
    public static IEnumerable<string> Needed() =>
        Options().SelectMany(o => o.Type.GetProperties().Where(p => p.IsDefined(typeof(RequiredAttribute))).Select(p => $"{o.Section}__{p.Name}"))
            .Concat(TriggerSettings())
            .Concat(["AzureWebJobsStorage__tableServiceUri", "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__clientId"])
            .Concat(["Communication__Endpoint", "Webhooks__standard__Secrets__0", "Webhooks__hubspot__Secrets__0"])
            .Distinct();

    public static IEnumerable<string> ProgramSettings() =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Catalog/Programs"), "*.json").Select(ProgramFile.Load)
            .SelectMany(p => p.Recipients.Values).SelectMany(r => new[] { r.Phone, r.Email }).OfType<string>()
            .SelectMany(address => Percent().Matches(address).Select(m => m.Groups[1].Value)).Distinct();

    private static bool Matches((string Section, Type Type) options, string setting)
    {
        var parts = setting.Split("__");
        return parts.Length > 1
            && parts[0].Equals(options.Section, StringComparison.OrdinalIgnoreCase)
            && (options.Type.GetProperties().Any(p => p.Name.Equals(parts[1], StringComparison.OrdinalIgnoreCase)) || IsBySource(options.Type));
    }

    // Webhooks__{source}__…: the section is a dictionary by source.
    private static bool IsBySource(Type type) =>
        typeof(System.Collections.IDictionary).IsAssignableFrom(type)
        || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IDictionary<,>))
        || type.GetProperties().Any(p => p.Name == "Sources");

    private static HashSet<string> TriggerSettings() =>
        [.. App.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            .SelectMany(m => m.GetParameters()).Select(p => p.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule).OfType<string>()
            .SelectMany(schedule => Percent().Matches(schedule).Select(m => m.Groups[1].Value))];

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Percent();
}
