using Microsoft.Extensions.Logging;

namespace CxFunctions.Sentiment;

internal static partial class SentimentLog
{
    [LoggerMessage(5001, LogLevel.Warning, "Journey {JourneyId}, revision {Revision}: Azure AI Language is out of reach (status {Status}, try {Attempt}); the answer goes on without it.")]
    public static partial void OutOfReach(this ILogger log, string journeyId, int revision, int attempt, int status);

    [LoggerMessage(5002, LogLevel.Error, "Journey {JourneyId}, revision {Revision}: not read after {Attempt} tries; it stays without sentiment.")]
    public static partial void GaveUp(this ILogger log, string journeyId, int revision, int attempt);

    [LoggerMessage(5003, LogLevel.Warning, "Journey {JourneyId}, revision {Revision}: the day's budget of text records is spent; it stays without sentiment (Budget__LanguageRecordsPerDay).")]
    public static partial void BudgetIsSpent(this ILogger log, string journeyId, int revision);
}
