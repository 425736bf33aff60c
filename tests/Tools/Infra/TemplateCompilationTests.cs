namespace CxFunctions.Tests.Tools.Infra;

/// <summary>Every template and every parameter file goes through the real compiler and its linter without a word.</summary>
public sealed class TemplateCompilationTests : IClassFixture<CompiledTemplates>
{
    private readonly CompiledTemplates _compiled;

    public TemplateCompilationTests(CompiledTemplates compiled)
    {
        BicepCompiler.Demand();
        _compiled = compiled;
    }

    public static TheoryData<string> Templates => [.. TemplateCopy.Files("*.bicep")];

    public static TheoryData<string> ParameterFiles => [.. TemplateCopy.Files("*.bicepparam")];

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_is_built_without_error_or_warning(string file) => AssertSilent(_compiled.Build, file);

    [Theory]
    [MemberData(nameof(Templates))]
    public void The_linter_has_nothing_to_say_about_a_template(string file) =>
        Assert.DoesNotContain(_compiled.Lint.Findings, f => f.File == Path.GetFileName(file));

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void A_parameter_file_is_built_where_no_environment_variable_is_set(string file) => AssertSilent(_compiled.BuildParameters, file);

    [Fact]
    public void No_command_fails_or_says_anything_at_all() =>
        Assert.All([_compiled.Lint, _compiled.Build, _compiled.BuildParameters], run => Assert.Equal((0, ""), (run.ExitCode, run.Output)));

    private void AssertSilent(CompilerRun run, string file)
    {
        Assert.DoesNotContain(run.Findings, f => f.File == Path.GetFileName(file));
        Assert.True(_compiled.Made(file), $"Nothing came of {file}.");
    }
}
