using System.ComponentModel.DataAnnotations;
using System.Reflection;
using CxFunctions.CrmSimulator;
using CxFunctions.Foundation;

namespace CxFunctions.Tests.EndToEnd.Host;

/// <summary>One setting of the real app made wrong, and what the start must say of it.</summary>
/// <param name="Setting">As ops write it.</param>
/// <param name="Value">What it is set to; null takes it away, with all below it.</param>
/// <param name="Why">Part of the sentence beside the name.</param>
public sealed record WrongSetting(string Setting, string? Value, string Why)
{
    /// <summary>What else must be so for this to be wrong.</summary>
    public IReadOnlyDictionary<string, string?> Beside { get; init; } = new Dictionary<string, string?>();

    /// <summary>The name that the start must say, where it is not the setting's own.</summary>
    public string Told { get; init; } = Setting;

    public override string ToString() => $"{Setting}={Value ?? "(missing)"}";
}

/// <summary>Every way in which a setting of the app can be wrong.</summary>
internal static class WrongSettings
{
    // What the platform leaves in a setting whose secret it may not read.
    private const string Unread = "@Microsoft.KeyVault(SecretUri=https://kv-cx.vault.azure.net/secrets/some-secret)";

    private static readonly Dictionary<string, string?> NoConnectionString = new() { ["AzureWebJobsStorage"] = null };
    private static readonly Dictionary<string, string?> NoCommunicationString = new() { ["Communication__ConnectionString"] = null };

    public static readonly IReadOnlyList<WrongSetting> All =
    [
        new("Cx__PublicUrl", null, "set the https address"),
        new("Cx__PublicUrl", "our.own.site", "must be an absolute address"),
        new("Cx__PublicUrl", "ftp://cx.example.com", "must be an absolute address"),
        new("Cx__StaffKey", "fifteen letters", "at least 16 characters"),
        new("Cx__StaffKey", Unread, "could not read"),
        new("Cx__StaffSession", "00:05:00", "00:15:00 to 366.00:00:00"),
        new("AzureWebJobsStorage", null, "connection string"),
        new("AzureWebJobsStorage", "AccountName=only", "not the connection string"),
        new("AzureWebJobsStorage__queueServiceUri", null, "addresses of the account") { Beside = With(NoConnectionString, "AzureWebJobsStorage__tableServiceUri", "https://a.table.core.windows.net") },
        new("AzureWebJobsStorage__tableServiceUri", "a.table", "must be an absolute address") { Beside = With(NoConnectionString, "AzureWebJobsStorage__queueServiceUri", "https://a.queue.core.windows.net") },
        new("AzureWebJobsStorage__queueServiceUri", "a.queue", "must be an absolute address") { Beside = With(NoConnectionString, "AzureWebJobsStorage__tableServiceUri", "https://a.table.core.windows.net") },
        .. Numbers("Budget__SmsSegmentsPerDay", "-1", "0 or more"),
        .. Numbers("Budget__EmailsPerDay", "-1", "0 or more"),
        .. Numbers("Budget__LanguageRecordsPerDay", "-1", "0 or more"),
        .. Numbers("Budget__NoticeSmsSegmentsPerDay", "-1", "0 or more"),
        .. Numbers("Budget__NoticeEmailsPerDay", "-1", "0 or more"),
        new("Language__Endpoint", null, "set the address"),
        new("Language__Endpoint", "language", "must be an absolute address"),
        .. Numbers("Language__MaxDocuments", "11", "1 to 10"),
        .. Numbers("Language__MaxPiiDocuments", "0", "1 to 5"),
        .. Times("Language__Timeout", "00:02:00", "00:00:01 to 00:01:40"),
        .. Times("Language__RetryFirst", "00:00:00", "00:00:01 to 01:00:00"),
        .. Times("Language__RetryAtMost", "13:00:00", "00:00:01 to 12:00:00"),
        .. Times("Language__GiveUpAfter", "8.00:00:00", "00:00:01 to 7.00:00:00"),
        new("Communication__ConnectionString", null, "set one of them"),
        new("Communication__ConnectionString", "endpoint=nowhere", "not of the form"),
        new("Communication__Endpoint", "nowhere", "must be an absolute address") { Beside = NoCommunicationString },
        new("Communication__SmsFrom", null, "set the number"),
        new("Communication__SmsFrom", "00 44 not a number", "neither a number"),
        new("Communication__EmailFrom", null, "set the address"),
        new("Communication__EmailFrom", "nobody", "not an e-mail address"),
        new("Communication__EventsKey", null, "at least 16 characters"),
        new("Communication__EventsKey", "short", "at least 16 characters"),
        new("Communication__EventsKey", Unread, "could not read"),
        new("Webhooks__nobody__Secrets__0", "x", "no such source") { Told = "Webhooks__nobody" },
        new("Webhooks__standard__Secrets", null, "set one secret") { Beside = With([], "Webhooks__standard__Program", "retail") },
        new("Webhooks__standard__Secrets__0", "whsec_short", "must be whsec_"),
        new("Webhooks__standard__Secrets__2", LocalSecrets.Standard, "or two while one replaces the other") { Told = "Webhooks__standard__Secrets", Beside = With([], "Webhooks__standard__Secrets__1", LocalSecrets.Standard) },
        new("Webhooks__hubspot__Region", "Peru", "code of a country"),
        new("Webhooks__hubspot__Secrets__0", Unread, "could not read"),
        new("Webhooks__hubspot__Events__0__SubscriptionType", "", "set SubscriptionType") { Told = "Webhooks__hubspot__Events__0" },
        new("Webhooks__hubspot__Events__0__Touchpoint", "moon", "set Touchpoint to one of") { Told = "Webhooks__hubspot__Events__0" },
        new("Webhooks__hubspot__Events__0__Program", "nowhere", "set Program") { Told = "Webhooks__hubspot__Events__0" },
        new("Privacy__AddressKey", null, "at least 32 characters"),
        new("Privacy__AddressKey", "thirty-one characters, not more", "at least 32 characters"),
        new("Privacy__AddressKey", Unread, "could not read"),
        .. Times("Retention__EndedInstances", "1.00:00:00", "3 to 365 days"),
        new("Operations__Recipients__0", "nobody", "no such recipient"),
        new("ManagerPhone", null, "set it to the phone number"),
        new("ManagerEmail", null, "set it to the e-mail address"),
    ];

    /// <summary>Every class of settings in the app: what ends in Options and names its section.</summary>
    public static IReadOnlyList<(string Section, Type Options)> Classes =>
        [.. typeof(CxOptions).Assembly.GetTypes()
            .Where(type => type.IsClass && type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is not null)
            .Select(type => ((string)type.GetField("Section")!.GetValue(null)!, type))];

    /// <summary>Settings that have a rule, or a form that text can fail to have.</summary>
    public static IReadOnlyList<string> ThatCanBeWrong =>
        [.. Classes.SelectMany(c => c.Options.GetProperties()
            .Where(p => p.CanWrite && (p.GetCustomAttributes<ValidationAttribute>().Any() || p.PropertyType != typeof(string)))
            .Select(p => $"{c.Section}__{p.Name}"))];

    private static IEnumerable<WrongSetting> Numbers(string setting, string outside, string range) =>
        [new(setting, outside, range), new(setting, "many", "must be a whole number")];

    private static IEnumerable<WrongSetting> Times(string setting, string outside, string range) =>
        [new(setting, outside, range), new(setting, "soon", "must be a time such as 00:00:30")];

    private static Dictionary<string, string?> With(Dictionary<string, string?> others, string setting, string value) => new(others) { [setting] = value };
}
