namespace CxFunctions.Sentiment;

/// <summary>A verbatim on its way to the service: masked by form already.</summary>
internal sealed record LanguageDocument(string Text, string Locale);

/// <summary>What the service made of it; without sentiment where it could not read this one document.</summary>
internal sealed record DocumentReading(string Text, string Language)
{
    public string? Sentiment { get; init; }

    public double Positive { get; init; }

    public double Neutral { get; init; }

    public double Negative { get; init; }

    public IReadOnlyList<string> KeyPhrases { get; init; } = [];

    public IReadOnlyList<Opinion> Opinions { get; init; } = [];
}
