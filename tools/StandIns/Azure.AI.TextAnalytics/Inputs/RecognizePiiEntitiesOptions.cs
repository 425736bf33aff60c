namespace Azure.AI.TextAnalytics;

/// <summary>What a search for personal data may be asked.</summary>
public class RecognizePiiEntitiesOptions : TextAnalyticsRequestOptions
{
    public RecognizePiiEntitiesOptions()
    {
    }

    public PiiEntityDomain DomainFilter { get; set; }

    /// <summary>The kinds looked for; none given: the service's own choice.</summary>
    public IList<PiiEntityCategory> CategoriesFilter { get; } = [];
}
