using System.ComponentModel.DataAnnotations;
using Azure.Communication.Sms;
using CxFunctions.Contacts.Spelling;
using CxFunctions.Foundation;

namespace CxFunctions.Channels;

/// <summary>
/// Section <c>Communication</c>: the Azure Communication Services resource. Either a connection string (only locally)
/// or the endpoint, reached by managed identity.
/// </summary>
public sealed class CommunicationOptions : IValidatableObject
{
    public const string Section = "Communication";

    /// <summary><c>endpoint=https://…/;accesskey=BASE64</c>.</summary>
    public string? ConnectionString { get; set; }

    [HttpAddress(ErrorMessage = "Communication__Endpoint: must be an absolute address, for instance https://NAME.communication.azure.com.")]
    public Uri? Endpoint { get; set; }

    /// <summary>The number (E.164), short code or sender name that SMS come from.</summary>
    [Required(ErrorMessage = "Communication__SmsFrom: set the number, short code or name that SMS come from, for instance +18335550100.")]
    [RegularExpression(@"\+[1-9]\d{6,14}|\d{5,6}|[A-Za-z0-9 ]{1,11}", ErrorMessage = "Communication__SmsFrom: neither a number in E.164, nor a short code of 5 or 6 digits, nor a name of up to 11 letters and digits.")]
    public string? SmsFrom { get; set; }

    /// <summary>A sender address of the linked e-mail domain.</summary>
    [Required(ErrorMessage = "Communication__EmailFrom: set the address that e-mails come from.")]
    [EmailAddress(ErrorMessage = "Communication__EmailFrom: not an e-mail address.")]
    public string? EmailFrom { get; set; }

    /// <summary>What Event Grid must bring as <c>code</c> in the query; at least 16 characters.</summary>
    [Required(ErrorMessage = "Communication__EventsKey: set the secret that Event Grid brings as ?code=, at least 16 characters.")]
    [MinLength(16, ErrorMessage = "Communication__EventsKey: at least 16 characters.")]
    [ReadSecret(ErrorMessage = "Communication__EventsKey: " + ReadSecretAttribute.Unread)]
    public string? EventsKey { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(ConnectionString) && Endpoint is null)
        {
            yield return new ValidationResult(
                "Communication__ConnectionString or Communication__Endpoint: set one of them to the Communication Services resource.");
        }
        else if (!string.IsNullOrWhiteSpace(ConnectionString) && !IsConnectionString(ConnectionString))
        {
            yield return new ValidationResult("Communication__ConnectionString: not of the form endpoint=https://…/;accesskey=BASE64.");
        }
    }

    /// <summary>Asks the client itself: nobody else knows all the forms that it takes.</summary>
    private static bool IsConnectionString(string text)
    {
        try
        {
            return new SmsClient(text) is not null;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }
}
