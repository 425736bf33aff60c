using System.Runtime.CompilerServices;
using CxFunctions.Foundation;

namespace CxFunctions.Tests.Unit.Infra;

/// <summary>The templates and the code name the same queues, tables and settings.</summary>
public class TemplateNamesTests
{
    [Fact]
    public void The_template_makes_the_queues_that_the_code_uses() =>
        Assert.Equal(QueueNames.All.Order(), Template.Array("storage.bicep", "queueNames").Order());

    [Fact]
    public void The_template_makes_the_tables_that_the_code_uses() =>
        Assert.Equal(TableNames.All.Order(), Template.Array("storage.bicep", "tableNames").Order());

    [Fact]
    public void Every_setting_of_the_template_is_one_that_the_app_or_the_platform_reads()
    {
        var unknown = Template.AppSettings().Where(s => !AppSettings.IsKnown(s)).ToList();

        Assert.True(unknown.Count == 0, $"Nothing reads {string.Join(", ", unknown)}.");
    }

    [Fact]
    public void Every_setting_without_which_the_app_does_not_start_is_in_the_template()
    {
        var missing = AppSettings.Needed().Except(Template.AppSettings()).ToList();

        Assert.True(missing.Count == 0, $"The template does not set {string.Join(", ", missing)}.");
    }

    [Fact]
    public void Both_parameter_files_set_every_recipient_that_the_programs_name()
    {
        var named = AppSettings.ProgramSettings().ToList();
        Assert.NotEmpty(named);
        foreach (var file in new[] { "dev.bicepparam", "prod.bicepparam" })
        {
            Assert.Equal(named.Order(), Template.Object(file, "recipients").Order());
        }
    }

    [Fact]
    public void The_webhook_mappings_of_both_parameter_files_are_settings_that_the_code_reads()
    {
        foreach (var file in new[] { "dev.bicepparam", "prod.bicepparam" })
        {
            var mappings = Template.Object(file, "webhookMappings");
            Assert.NotEmpty(mappings);
            Assert.All(mappings, setting => Assert.True(AppSettings.IsKnown(setting), setting));
        }
    }

    internal static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
