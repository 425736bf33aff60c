using CxFunctions.LocalHost;

namespace CxFunctions.Tests.Unit.LocalHost;

public sealed class AppSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cx-settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_the_owner_of_the_file_says_goes_before_what_the_host_knows_and_an_unchanged_copy_says_nothing()
    {
        Write("local.settings.sample.json", """{"Values":{"AzureWebJobsStorage":"UseDevelopmentStorage=true","ManagerPhone":"+1","RollupSchedule":"0 */5 * * * *"}}""");
        Write("local.settings.json", """
            {
              // Copied, with two lines of one's own.
              "Values":{"AzureWebJobsStorage":"UseDevelopmentStorage=true","ManagerPhone":"+1","Language__Endpoint":"https://real.cognitiveservices.azure.com/","Language__Key":"real"}
            }
            """);
        var own = new Dictionary<string, string> { ["AzureWebJobsStorage"] = "this host's", ["Language__Endpoint"] = "http://localhost:7072/", ["Cx__PublicUrl"] = "http://localhost:7071" };

        var settings = AppSettings.Compose(new LocalHostOptions { DataFolder = _folder, Settings = new Dictionary<string, string> { ["Cx__PublicUrl"] = "http://asked" } }, own, _folder);

        Assert.Equal("https://real.cognitiveservices.azure.com/", settings["Language:Endpoint"]);
        Assert.Equal("real", settings["Language:Key"]);
        Assert.Equal("this host's", settings["AzureWebJobsStorage"]);
        Assert.Equal("http://asked", settings["Cx:PublicUrl"]);
        Assert.Equal("0 */5 * * * *", settings["RollupSchedule"]);
    }

    [Fact]
    public void Without_a_file_of_ones_own_the_sample_holds()
    {
        Write("local.settings.sample.json", """{"Values":{"ManagerPhone":"+1"}}""");
        Assert.Equal("+1", AppSettings.Compose(new LocalHostOptions { DataFolder = _folder }, new Dictionary<string, string>(), _folder)["ManagerPhone"]);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
