using System.ComponentModel.DataAnnotations;

namespace CxFunctions.Foundation;

/// <summary>
/// Section <c>AzureWebJobsStorage</c>: the account of queues and tables. Either a connection string (only locally)
/// or the two service addresses, reached by managed identity.
/// </summary>
public sealed class StorageOptions : IValidatableObject
{
    public const string Section = "AzureWebJobsStorage";

    /// <summary>The value of the section itself, where it is a connection string.</summary>
    public string? ConnectionString { get; set; }

    public Uri? TableServiceUri { get; set; }

    public Uri? QueueServiceUri { get; set; }

    /// <summary>Client id of the user-assigned identity; empty for the system-assigned one.</summary>
    public string? ClientId { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(ConnectionString) && (TableServiceUri is null || QueueServiceUri is null))
        {
            yield return new ValidationResult(
                $"Set {Section} to a connection string, or {Section}__tableServiceUri and {Section}__queueServiceUri to the addresses of the account.");
        }
    }
}
