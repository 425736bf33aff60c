using System.ComponentModel.DataAnnotations;
using Azure.Data.Tables;

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

    [HttpAddress(ErrorMessage = "AzureWebJobsStorage__tableServiceUri: must be an absolute address, for instance https://NAME.table.core.windows.net.")]
    public Uri? TableServiceUri { get; set; }

    [HttpAddress(ErrorMessage = "AzureWebJobsStorage__queueServiceUri: must be an absolute address, for instance https://NAME.queue.core.windows.net.")]
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
        else if (!string.IsNullOrWhiteSpace(ConnectionString) && !IsConnectionString(ConnectionString))
        {
            yield return new ValidationResult($"{Section}: not the connection string of a storage account.");
        }
    }

    /// <summary>Asks the client itself: nobody else knows all the forms that it takes.</summary>
    private static bool IsConnectionString(string text)
    {
        try
        {
            return new TableServiceClient(text) is not null;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }
}
