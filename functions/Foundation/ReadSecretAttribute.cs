using System.ComponentModel.DataAnnotations;

namespace CxFunctions.Foundation;

/// <summary>
/// A secret that was really read. Where the platform can't read a Key Vault reference, the app finds the reference itself in the
/// setting, and that text anybody can guess: the host must not take it for the secret.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ReadSecretAttribute : ValidationAttribute
{
    public const string Unread = "the platform could not read this Key Vault reference; see that the secret is there and that the app's identity may read it.";

    public static bool IsUnread(string? value) => value?.StartsWith("@Microsoft.KeyVault(", StringComparison.OrdinalIgnoreCase) == true;

    public override bool IsValid(object? value) => !IsUnread(value as string);
}
