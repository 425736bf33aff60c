using CxFunctions.Tests.Browser.Respondent;
using CxFunctions.Tests.Harness;

[assembly: AssemblyFixture(typeof(Site))]

namespace CxFunctions.Tests.Browser.Respondent;

/// <summary>One site for all tests of the respondent pages.</summary>
public sealed class Site : IAsyncLifetime
{
    public RespondentSite Respondents { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Respondents = await RespondentSite.StartAsync();

    public ValueTask DisposeAsync() => Respondents is null ? default : Respondents.DisposeAsync();
}
