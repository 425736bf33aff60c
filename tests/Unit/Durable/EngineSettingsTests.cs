using System.Text.Json;
using CxFunctions.LocalHost;

namespace CxFunctions.Tests.Unit.Durable;

/// <summary>What host.json must say to the durable engine, in Azure and here, for journeys to outlive releases and crashes.</summary>
public class EngineSettingsTests
{
    private static readonly JsonElement Engine = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Find(), "host.json")))
        .RootElement.GetProperty("extensions").GetProperty("durableTask");

    /// <summary>An instance of an earlier release is run by a later one; one of a later release, after a step back, waits for it.</summary>
    [Fact]
    public void Instances_bear_a_version_and_older_ones_are_run_and_newer_ones_refused()
    {
        Assert.Matches(@"^\d+\.\d+$", Engine.GetProperty("defaultVersion").GetString()!);
        Assert.Equal(("CurrentOrOlder", "Reject"), (Engine.GetProperty("versionMatchStrategy").GetString(), Engine.GetProperty("versionFailureStrategy").GetString()));
    }

    [Fact]
    public void What_a_killed_host_had_in_hand_goes_on_within_a_minute()
    {
        var storage = Engine.GetProperty("storageProvider");
        Assert.All(new[] { "controlQueueVisibilityTimeout", "workItemQueueVisibilityTimeout" }, name =>
            Assert.InRange(TimeSpan.Parse(storage.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void An_event_to_nobody_is_no_exception() => Assert.False(Engine.GetProperty("throwStatusExceptionsOnRaiseEvent").GetBoolean());
}
