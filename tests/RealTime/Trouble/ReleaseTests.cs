using System.Net;
using System.Text.Json.Nodes;
using CxFunctions.Messages;
using CxFunctions.Tests.Harness;

namespace CxFunctions.Tests.RealTime.Trouble;

/// <summary>A new release takes over while surveys are under way: they were started under an older version of the orchestration.</summary>
public sealed class ReleaseTests
{
    [Fact]
    public async Task What_an_older_release_began_ends_well_under_the_new_one()
    {
        var storage = await SharedAzurite.NewAccountAsync();
        await using var host = await RealHost.StartAsync(storage, storage, change: hostJson => VersionOf(hostJson, "0.9"));
        var (answers, stops) = (new Customer("of-old-answers"), new Customer("of-old-stops"));
        var invitation = await host.AskedAsync(answers);
        var other = await host.AskedAsync(stops);

        await host.ReleasedAnewAsync(hostJson => VersionOf(hostJson, "1.0"));

        Assert.Equal(HttpStatusCode.OK, await host.SaveAsync(invitation, score: 9, complete: true));
        using (var stop = await host.Http.PostAsync(other.SurveyPath + "/stop", new FormUrlEncodedContent([]), TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.OK, stop.StatusCode);
        }
        Assert.Equal(JourneyEnd.Answered, (await host.Books.EndedAsync(answers)).End);
        Assert.Equal(JourneyEnd.OptedOut, (await host.Books.EndedAsync(stops)).End);
        foreach (var person in new[] { answers, stops })
        {
            await host.Books.CompletedAsync(person);
            Assert.Single(await host.Outside.SurveysOfAsync(person));
        }
    }

    private static void VersionOf(JsonNode hostJson, string version) => hostJson["extensions"]!["durableTask"]!["defaultVersion"] = version;
}
