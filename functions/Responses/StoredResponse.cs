using Azure;
using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Responses;

/// <summary>What one customer said about one transaction. Holds no words: those are kept, masked, by Sentiment.</summary>
public sealed record StoredResponse
{
    public required ResponseRef Ref { get; init; }

    /// <summary>1 for the first save, one more for each that changed anything.</summary>
    public required int Revision { get; init; }

    public required string Source { get; init; }

    public required string TransactionId { get; init; }

    public required string Program { get; init; }

    public required string Touchpoint { get; init; }

    /// <summary>The channel whose link was used last.</summary>
    public required Channel Channel { get; init; }

    /// <summary>es, en or pt: the language of the page.</summary>
    public required string Locale { get; init; }

    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    /// <summary>By kind, on their own scales.</summary>
    public required IReadOnlyDictionary<QuestionKind, int> Scores { get; init; }

    /// <summary>By question id, a fingerprint of the words, so that the same words twice are told from others.</summary>
    public required IReadOnlyDictionary<string, string> VerbatimPrints { get; init; }

    /// <summary>Whether all required answers were given and sent off.</summary>
    public required bool Complete { get; init; }

    /// <summary>UTC of the first save.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>UTC of the last save that changed anything.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    internal ETag ETag { get; init; }
}
