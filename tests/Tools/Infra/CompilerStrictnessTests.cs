namespace CxFunctions.Tests.Tools.Infra;

/// <summary>That silence means something: what is wrong on purpose, in a copy, is found and fails the command.</summary>
public sealed class CompilerStrictnessTests : IClassFixture<AlteredTemplates>
{
    private readonly AlteredTemplates _altered;

    public CompilerStrictnessTests(AlteredTemplates altered)
    {
        BicepCompiler.Demand();
        _altered = altered;
    }

    [Theory]
    [InlineData("a property that the resource does not have", "plan.bicep", "BCP089")]
    [InlineData("a value of another type", "eventGrid.bicep", "BCP036")]
    [InlineData("a parameter that a module needs and does not get", "main.bicep", "BCP035")]
    [InlineData("an output that a module does not have", "main.bicep", "BCP083")]
    [InlineData("tags that are known too late", "eventGrid.bicep", "BCP120")]
    [InlineData("a secret that is not kept as one", "eventGrid.bicep", "use-secure-value-for-secure-inputs")]
    [InlineData("a parameter that nothing uses", "identity.bicep", "no-unused-params")]
    [InlineData("an address of one cloud only", "app.bicep", "no-hardcoded-env-urls")]
    public void Is_found_in_a_template(string what, string file, string code)
    {
        Assert.True(_altered.Lint.Findings.Any(f => f.Code == code && f.File == file), $"Not found: {what}. Said instead: {_altered.Lint.Output}");
        Assert.NotEqual(0, _altered.Lint.ExitCode);
    }

    [Fact]
    public void A_rule_of_the_linter_alone_stops_a_build_of_the_template()
    {
        Assert.Equal("no-unused-params", Assert.Single(_altered.Build.Findings).Code);
        Assert.NotEqual(0, _altered.Build.ExitCode);
    }

    [Theory]
    [InlineData("an environment variable without a default", "BCP427")]
    [InlineData("a parameter that the template needs and does not get", "BCP258")]
    [InlineData("a parameter that the template does not have", "BCP259")]
    [InlineData("a value of another type", "BCP036")]
    public void Is_found_in_a_parameter_file(string what, string code)
    {
        Assert.True(_altered.BuildParameters.Findings.Any(f => f.Code == code && f.File == "dev.bicepparam"), $"Not found: {what}. Said instead: {_altered.BuildParameters.Output}");
        Assert.NotEqual(0, _altered.BuildParameters.ExitCode);
    }
}
