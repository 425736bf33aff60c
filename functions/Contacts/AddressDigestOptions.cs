using System.ComponentModel.DataAnnotations;
using CxFunctions.Foundation;

namespace CxFunctions.Contacts;

/// <summary>Section <c>Privacy</c>.</summary>
public sealed class AddressDigestOptions
{
    public const string Section = "Privacy";

    /// <summary>See <see cref="AddressDigest"/>. Whoever changes it forgets every opt-out.</summary>
    [Required(ErrorMessage = "Privacy__AddressKey: set the secret that addresses are hashed with, at least 32 characters.")]
    [MinLength(32, ErrorMessage = "Privacy__AddressKey: at least 32 characters.")]
    [ReadSecret(ErrorMessage = "Privacy__AddressKey: " + ReadSecretAttribute.Unread)]
    public string? AddressKey { get; set; }
}
