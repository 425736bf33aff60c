using System.ComponentModel.DataAnnotations;
using CxFunctions.Channels;

namespace CxFunctions.Tests.Unit.Channels;

public sealed class CommunicationOptionsTests
{
    [Fact]
    public void Complete_settings_are_accepted() => Assert.Empty(Check(Fine()));

    [Fact]
    public void Each_wrong_setting_is_told_by_its_name()
    {
        Assert.Contains("Communication__SmsFrom", Check(Fine(o => o.SmsFrom = "00 44 not a number")));
        Assert.Contains("Communication__EmailFrom", Check(Fine(o => o.EmailFrom = "nobody")));
        Assert.Contains("Communication__EventsKey", Check(Fine(o => o.EventsKey = "short")));
        Assert.Contains("Communication__ConnectionString", Check(Fine(o => o.ConnectionString = null)));
    }

    [Fact]
    public void A_key_that_the_platform_could_not_read_is_not_taken_for_the_key() =>
        Assert.Contains("Communication__EventsKey", Check(Fine(o => o.EventsKey = "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/events-key)")));

    private static CommunicationOptions Fine(Action<CommunicationOptions>? change = null)
    {
        var options = new CommunicationOptions
        {
            ConnectionString = "endpoint=http://127.0.0.1:1/;accesskey=YQ==",
            SmsFrom = "+18335550100",
            EmailFrom = "survey@cx.example",
            EventsKey = "0123456789abcdef",
        };
        change?.Invoke(options);
        return options;
    }

    private static string Check(CommunicationOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return string.Join('\n', results.Select(r => r.ErrorMessage));
    }
}
