using System.ComponentModel.DataAnnotations;
using CxFunctions.Foundation;

namespace CxFunctions.Tests.Unit.Foundation;

public sealed class CxOptionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("0123456789abcdef")]
    public void A_staff_key_is_long_or_left_out(string? key) => Assert.Empty(Check(key));

    [Theory]
    [InlineData("short")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/staff-key)")]
    [InlineData("@microsoft.keyvault(VaultName=kv;SecretName=staff-key)")]
    public void A_staff_key_that_others_can_guess_is_refused_by_its_name(string key) => Assert.Contains("Cx__StaffKey", Assert.Single(Check(key)));

    private static IEnumerable<string> Check(string? staffKey)
    {
        var options = new CxOptions { PublicUrl = new Uri("https://cx.example"), StaffKey = staffKey };
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Select(r => r.ErrorMessage!);
    }
}
