using CxFunctions.Foundation;
using CxFunctions.LocalHost;
using CxFunctions.LocalHost.Bridge;
using CxFunctions.LocalHost.Running;
using CxFunctions.LocalHost.Settings;
using CxFunctions.LocalHost.Worker;
using CxFunctions.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxFunctions.Tests.EndToEnd.Host;

/// <summary>The real app's own start: a setting that could not work stops it, by name and with the reason, and never with its value.</summary>
public sealed class SettingTests
{
    private static readonly Lazy<Task<string>> Storage = new(SharedAzurite.NewAccountAsync);

    public static TheoryData<WrongSetting> Wrong => [.. WrongSettings.All];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task A_wrong_setting_stops_the_app_with_its_name_and_why(WrongSetting wrong)
    {
        var failure = await Assert.ThrowsAsync<LocalHostException>(() => StartAsync([.. wrong.Beside, KeyValuePair.Create(wrong.Setting, wrong.Value)]));

        Assert.Contains(wrong.Told, failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(wrong.Why, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", failure.Message, StringComparison.Ordinal);
        if (wrong.Value is { Length: > 3 } value)
        {
            Assert.DoesNotContain(value, failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_class_of_settings_and_every_setting_that_can_be_wrong_has_its_case()
    {
        Assert.True(WrongSettings.Classes.Count >= 6);
        Assert.All(WrongSettings.Classes, c => Assert.Contains(WrongSettings.All, wrong => wrong.Setting.StartsWith(c.Section, StringComparison.Ordinal)));
        Assert.All(WrongSettings.ThatCanBeWrong, setting => Assert.Contains(WrongSettings.All, wrong => string.Equals(wrong.Setting, setting, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task The_settings_that_these_cases_start_from_are_right()
    {
        await StartAsync([]);
    }

    [Fact]
    public async Task Several_wrong_settings_are_all_told_at_once()
    {
        var failure = await Assert.ThrowsAsync<LocalHostException>(() => StartAsync(
            [KeyValuePair.Create<string, string?>("Cx__StaffKey", "short"), new("Budget__EmailsPerDay", "-1"), new("Language__Timeout", "soon"), new("Communication__SmsFrom", null)]));
        Assert.All(["Cx__StaffKey", "Budget__EmailsPerDay", "Language__Timeout", "Communication__SmsFrom"], name => Assert.Contains(name, failure.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"id":"shop","version":1}""", "$.version")]
    [InlineData("""{"id":"shop","colour":"red"}""", "colour")]
    [InlineData("""{"id":"shop",""", "line")]
    [InlineData("null", "the file holds null")]
    [InlineData(null, "no program files there")]
    public async Task A_wrong_program_file_stops_the_app_with_file_path_and_reason(string? content, string why)
    {
        var folder = Directory.CreateTempSubdirectory("cx-programs-").FullName;
        var file = Path.Combine(folder, "shop.json");
        if (content is not null)
        {
            await File.WriteAllTextAsync(file, content, Stop);
        }
        var failure = await Assert.ThrowsAsync<LocalHostException>(() => StartAsync([KeyValuePair.Create<string, string?>("Cx__Programs", folder)]));
        Directory.Delete(folder, recursive: true);

        Assert.Contains(content is null ? folder : file, failure.Message, StringComparison.Ordinal);
        Assert.Contains("$", failure.Message, StringComparison.Ordinal);
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_of_the_host_s_own_a_schedule_is_named_too()
    {
        var failure = await Assert.ThrowsAsync<LocalHostException>(() => TestHost.StartAsync(
            options => options with { Settings = new Dictionary<string, string> { ["RollupSchedule"] = "*/5 * * * *" } }));
        Assert.Contains("Timer': '*/5 * * * *' is not a schedule of six fields", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seen_from_outside_it_is_a_sentence_and_exit_code_1()
    {
        var folder = Directory.CreateTempSubdirectory("cx-settings-").FullName;
        await using var host = ChildHost.Start(
            new Dictionary<string, string> { ["Budget__EmailsPerDay"] = "many" },
            "--no-demo", "--port", "0", "--sandbox-port", "0", "--data", folder, "--storage", await Storage.Value);
        await host.EndedAsync();

        Assert.Equal(1, host.ExitCode);
        Assert.Contains(host.Output, line => line.Contains("Budget__EmailsPerDay: must be a whole number.", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Output, line => line.Contains("   at ", StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The app's own Program with complete settings, changed by these; null takes a setting away.</summary>
    private static async Task StartAsync(KeyValuePair<string, string?>[] changes)
    {
        var settings = AppSettings.Compose(new LocalHostOptions { DataFolder = "" }, await CompleteAsync()).ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in changes)
        {
            var key = LocalSettings.Key(name);
            foreach (var old in settings.Keys.Where(k => value is null && (k.Equals(key, StringComparison.OrdinalIgnoreCase) || k.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase))).ToList())
            {
                settings.Remove(old);
            }
            if (value is not null)
            {
                settings[key] = value;
            }
        }
        await using var bridge = await BridgeServer.StartAsync(new WorkerConnection(_ => { }), Stop);
        await using var worker = InProcessWorker.Start(new WorkerStart
        {
            App = typeof(CxOptions).Assembly,
            Folder = AppContext.BaseDirectory,
            Bridge = bridge.Address,
            Settings = settings,
            Clock = TimeProvider.System,
            Activity = new ActivityCounter(),
            Log = NullLoggerFactory.Instance,
        });
        await await Task.WhenAny(bridge.Connection.Started, worker.Ended);
        await await Task.WhenAny(worker.HttpAddressAsync(), worker.Ended);
    }

    private static async Task<Dictionary<string, string>> CompleteAsync() => new()
    {
        ["AzureWebJobsStorage"] = await Storage.Value,
        ["Cx__PublicUrl"] = "https://cx.example.com",
        ["Cx__StaffKey"] = "a key for those who work here",
        ["Communication__ConnectionString"] = "endpoint=http://127.0.0.1:1/;accesskey=YQ==",
        ["Communication__SmsFrom"] = "+18335550100",
        ["Communication__EmailFrom"] = "survey@cx.example",
        ["Communication__EventsKey"] = "0123456789abcdef",
        ["Privacy__AddressKey"] = "what addresses are hashed with here",
        ["Language__Endpoint"] = "http://127.0.0.1:1/",
        ["Language__Key"] = "key",
    };
}
