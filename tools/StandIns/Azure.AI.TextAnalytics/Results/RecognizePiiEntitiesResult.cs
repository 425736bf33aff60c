using System.Collections.ObjectModel;
using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>The personal data of one text, or its error.</summary>
public class RecognizePiiEntitiesResult : TextAnalyticsResult
{
    private readonly PiiEntityCollection? _entities;

    internal RecognizePiiEntitiesResult(JsonElement document)
        : base(document) =>
        _entities = HasError ? null : new(document);

    public PiiEntityCollection Entities => Analysed(_entities);
}

/// <summary>The pieces of personal data in a text, and the text with them masked.</summary>
public class PiiEntityCollection : ReadOnlyCollection<PiiEntity>
{
    internal PiiEntityCollection(JsonElement document)
        : base([.. document.GetProperty("entities").EnumerateArray().Select(entity => new PiiEntity(entity))])
    {
        RedactedText = document.GetProperty("redactedText").GetString()!;
        Warnings = TextAnalyticsWarning.Of(document);
    }

    public string RedactedText { get; }

    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}

/// <summary>One piece of personal data: what it is, where it stands, how sure the service is, 0 to 1.</summary>
public readonly struct PiiEntity
{
    internal PiiEntity(JsonElement json)
    {
        Text = json.GetProperty("text").GetString()!;
        Category = new(json.GetProperty("category").GetString()!);
        SubCategory = json.TryGetProperty("subcategory", out var sub) ? sub.GetString() : null;
        ConfidenceScore = json.GetProperty("confidenceScore").GetDouble();
        Offset = json.GetProperty("offset").GetInt32();
        Length = json.GetProperty("length").GetInt32();
    }

    public string Text { get; }

    public PiiEntityCategory Category { get; }

    public string? SubCategory { get; }

    public double ConfidenceScore { get; }

    public int Offset { get; }

    public int Length { get; }
}

/// <summary>The results of a batch, in the order of its texts.</summary>
public class RecognizePiiEntitiesResultCollection : ReadOnlyCollection<RecognizePiiEntitiesResult>
{
    internal RecognizePiiEntitiesResultCollection(IList<RecognizePiiEntitiesResult> results, string modelVersion)
        : base(results) =>
        ModelVersion = modelVersion;

    public string ModelVersion { get; }
}
