using CxFunctions.LocalHost;

namespace CxFunctions.Tests.Unit.LocalHost.Documentation;

/// <summary>The table stays true: every row has its source and tests that there are.</summary>
public class SemanticsTableTests
{
    private static readonly string Repository = RepositoryFolder.Find();
    private static readonly HashSet<string> Tests = TestNames.In(Path.Combine(Repository, "tests"));

    public static TheoryData<string> Semantics => [.. Rows.Select(row => row.Semantic)];

    private static IReadOnlyList<SemanticsRow> Rows { get; } = SemanticsTable.Read(File.ReadAllText(Path.Combine(Repository, "tools", "LocalHost", "README.md")));

    [Theory]
    [MemberData(nameof(Semantics))]
    public void Each_semantic_has_a_source_and_tests_that_exist(string semantic)
    {
        var row = Assert.Single(Rows, row => row.Semantic == semantic);
        Assert.NotEmpty(row.Source);
        Assert.NotEmpty(row.Tests);
        Assert.All(row.Tests, test => Assert.True(Tests.Contains(test), $"There is no test {test}."));
    }

    [Fact]
    public void The_tables_are_read_whole() => Assert.True(Rows.Count >= 75, $"{Rows.Count} rows");

    [Theory]
    [InlineData("Durable.TimerTests", "A_timer_ends", "Durable.TimerTests.A_timer_ends")]
    [InlineData("Durable.TimerTests", "A_timer_endz", "Durable.TimerTests.A_timer_ends", false)]
    [InlineData("Durable.TimerTest", "A_timer_ends", "Durable.TimerTests.A_timer_ends", false)]
    public void A_name_that_is_misspelt_is_not_found(string type, string method, string there, bool found = true)
    {
        var parts = there.Split('.');
        var source = $"namespace CxFunctions.Tests.{parts[0]};\n\npublic sealed class {parts[1]}\n{{\n    [Theory]\n    [InlineData(1)]\n    public async Task {parts[2]}(int number)\n    {{\n    }}\n}}\n";
        Assert.Equal(found, TestNames.Of(source).Contains($"{type}.{method}"));
    }
}
