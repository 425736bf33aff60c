using CxFunctions.Tests.EndToEnd.Journeys;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Tests.EndToEnd.Privacy;

/// <summary>Traces belong to the process: nobody else may run beside this.</summary>
[CollectionDefinition(nameof(Overheard), DisableParallelization = true)]
public sealed class OverhearingCollection;

[Collection(nameof(Overheard))]
public sealed class NothingPersonalIsSaidTests
{
    /// <summary>The whole road of several people, with everything that can go wrong on it, and the logs at their loudest.</summary>
    [Fact]
    public async Task No_phone_address_name_word_token_or_key_is_in_any_log_line_or_trace()
    {
        using var heard = new Overheard();
        var secrets = new Secrets();
        await using (var scene = await Scene.StartAsync(change: o => o with
        {
            Logging = heard.Join,
            LogLevel = LogLevel.Trace,
            HostJson = Loud.HostJson(),
            Settings = new Dictionary<string, string> { ["Language__RetryFirst"] = "00:00:01", ["Language__RetryAtMost"] = "00:00:01" },
        }))
        {
            await new Road(scene, secrets).WalkAsync();
        }

        var lines = heard.Lines;
        Assert.All(Loud.MustBeHeard, part => Assert.Contains(lines, line => line.StartsWith(part, StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.StartsWith("trace ", StringComparison.Ordinal) && line.Contains("(PartitionKey=", StringComparison.Ordinal));
        var found = secrets.FoundIn(lines);
        Assert.True(found.Count == 0, $"{found.Count} of {lines.Count} lines say what they must not:\n{string.Join('\n', found.Take(40))}");
    }
}
