namespace CxFunctions.Tests.Tools.OfficialClients;

public sealed class LockFileTests
{
    [Fact]
    public void The_lock_file_names_no_place_that_packages_come_from()
    {
        var text = File.ReadAllText(Path.Combine(ClientPackages.Folder, "package-lock.json"));

        Assert.Contains("@azure/communication-sms", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"resolved\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
    }
}
