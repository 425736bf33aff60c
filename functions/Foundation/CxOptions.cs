using System.ComponentModel.DataAnnotations;

namespace CxFunctions.Foundation;

/// <summary>Section <c>Cx</c>: what the whole app needs to know about itself.</summary>
public sealed class CxOptions
{
    public const string Section = "Cx";

    /// <summary>The address under which respondents and managers reach this app, without a trailing slash. HubSpot signs over it too.</summary>
    [Required(ErrorMessage = "Cx__PublicUrl: set the https address under which respondents reach this app, for instance https://cx.example.com.")]
    [HttpAddress(ErrorMessage = "Cx__PublicUrl: must be an absolute address, for instance https://cx.example.com.")]
    public Uri? PublicUrl { get; set; }

    /// <summary>Opens the dashboard where App Service Authentication is off; at least 16 characters. Empty: only signed-in staff may enter.</summary>
    [MinLength(16, ErrorMessage = "Cx__StaffKey: at least 16 characters.")]
    [ReadSecret(ErrorMessage = "Cx__StaffKey: " + ReadSecretAttribute.Unread)]
    public string? StaffKey { get; set; }

    /// <summary>How long a session lasts that the staff key opened; 15 minutes to 366 days. A link that signs in once lives a 48th of it.</summary>
    [Range(typeof(TimeSpan), "00:15:00", "366.00:00:00", ErrorMessage = "Cx__StaffSession: 00:15:00 to 366.00:00:00.")]
    public TimeSpan StaffSession { get; set; } = TimeSpan.FromHours(12);

    /// <summary>A link under the public address; the path starts with a slash.</summary>
    public string Link(string path) => PublicUrl!.ToString().TrimEnd('/') + path;
}
