using System.Text.RegularExpressions;

namespace CxFunctions.Tests.Unit.Infra;

/// <summary>What a compiler would say first: names that lead nowhere, between templates, parameter files and the script.</summary>
public partial class TemplateLinksTests
{
    public static TheoryData<string> Templates => [.. Template.Files("*.bicep")];

    [Theory]
    [InlineData("main.bicep", 9)]
    [InlineData("events.bicep", 1)]
    public void Modules_get_all_they_need_and_nothing_else(string file, int modules)
    {
        var calls = TemplateModule.CalledBy(file).ToList();
        Assert.Equal(modules, calls.Count);
        foreach (var (_, called, passed) in calls)
        {
            var module = TemplateModule.Read(called);
            Assert.True(!passed.Except(module.Parameters).Any(), $"{called} does not take {string.Join(", ", passed.Except(module.Parameters))}.");
            Assert.True(!module.Required.Except(passed).Any(), $"{called} needs {string.Join(", ", module.Required.Except(passed))}.");
        }
    }

    [Fact]
    public void Outputs_of_modules_that_are_used_exist()
    {
        var files = TemplateModule.CalledBy("main.bicep").ToDictionary(c => c.Symbol, c => c.File);
        var used = UsedOutput().Matches(Template.Text("main.bicep"));
        Assert.NotEmpty(used);
        Assert.All(used, m => Assert.Contains(m.Groups[2].Value, TemplateModule.Read(files[m.Groups[1].Value]).Outputs));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Everything_declared_is_used(string file)
    {
        var text = Comment().Replace(Template.Text(file), "");
        var unused = Declared().Matches(text).Select(m => m.Groups[1].Value).Where(name => Regex.Count(text, $@"\b{name}\b") < 2).ToList();

        Assert.True(unused.Count == 0, $"{file} declares {string.Join(", ", unused)} and never uses it.");
    }

    [Fact]
    public void Everything_that_a_parameter_file_may_leave_out_has_a_default()
    {
        foreach (var file in new[] { "dev.bicepparam", "prod.bicepparam" })
        {
            var missing = TemplateModule.Read("main.bicep").Required.Except(Set().Matches(Template.Text(file)).Select(m => m.Groups[1].Value)).ToList();
            Assert.True(missing.Count == 0, $"{file} does not set {string.Join(", ", missing)}.");
        }
    }

    [Fact]
    public void One_type_has_one_version_everywhere()
    {
        var versions = Template.Files("*.bicep").SelectMany(f => TypeAndVersion().Matches(Template.Text(f))).Select(m => (Type: m.Groups[1].Value, Version: m.Groups[2].Value));

        Assert.All(versions.GroupBy(v => v.Type), type => Assert.True(type.Select(v => v.Version).Distinct().Count() == 1, type.Key));
    }

    [GeneratedRegex(@"\b(\w+)\.outputs\.(\w+)")]
    private static partial Regex UsedOutput();

    [GeneratedRegex("^ *//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(?:param|var) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^param (\w+) =", RegexOptions.Multiline)]
    private static partial Regex Set();

    [GeneratedRegex(@"'(Microsoft\.[\w./]+)@([\w-]+)'")]
    private static partial Regex TypeAndVersion();
}
