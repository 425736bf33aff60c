using System.ComponentModel.DataAnnotations;
using CxFunctions.Foundation;

namespace CxFunctions.Sentiment;

/// <summary>Section <c>Language</c>: the Azure AI Language resource.</summary>
public sealed class LanguageOptions
{
    public const string Section = "Language";

    [Required(ErrorMessage = "Language__Endpoint: set the address of the Azure AI Language resource, for instance https://NAME.cognitiveservices.azure.com.")]
    [HttpAddress(ErrorMessage = "Language__Endpoint: must be an absolute address, for instance https://NAME.cognitiveservices.azure.com.")]
    public Uri? Endpoint { get; set; }

    /// <summary>Key of the resource; empty where the app's managed identity is allowed to use it.</summary>
    public string? Key { get; set; }

    /// <summary>
    /// Documents in one request; 1 to 10. The service's own limits are 10 for sentiment and key phrases and 5 for personal data
    /// (data limits of Azure AI Language, 2025-11).
    /// </summary>
    [Range(1, 10, ErrorMessage = "Language__MaxDocuments: 1 to 10.")]
    public int MaxDocuments { get; set; } = 10;

    /// <summary>Documents in one request for personal data; 1 to 5.</summary>
    [Range(1, 5, ErrorMessage = "Language__MaxPiiDocuments: 1 to 5.")]
    public int MaxPiiDocuments { get; set; } = 5;

    /// <summary>How long one call may take; 1 s to 100 s. Longer counts as out of reach: an alert is waiting.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:40", ErrorMessage = "Language__Timeout: 00:00:01 to 00:01:40.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>First wait before an analysis that failed is tried again; doubles up to <see cref="RetryAtMost"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Language__RetryFirst: 00:00:01 to 01:00:00.")]
    public TimeSpan RetryFirst { get; set; } = TimeSpan.FromSeconds(30);

    [Range(typeof(TimeSpan), "00:00:01", "12:00:00", ErrorMessage = "Language__RetryAtMost: 00:00:01 to 12:00:00.")]
    public TimeSpan RetryAtMost { get; set; } = TimeSpan.FromHours(1);

    /// <summary>After this long an answer stays without sentiment.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00", ErrorMessage = "Language__GiveUpAfter: 00:00:01 to 7.00:00:00.")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(24);
}
