using System.Globalization;
using Azure;

namespace CxFunctions.Sentiment;

/// <summary>When an analysis that the service refused is tried again.</summary>
public static class RetryRules
{
    /// <summary>
    /// Twice as long after each try, at most <see cref="LanguageOptions.RetryAtMost"/>, a fifth more or less so that many do not come back together,
    /// but never before the service has said (Retry-After). Null when the next try would come after <see cref="LanguageOptions.GiveUpAfter"/>: it is final.
    /// </summary>
    /// <param name="attempt">Tries so far; at least 1.</param>
    /// <param name="waited">Since the first try.</param>
    /// <param name="retryAfter">What the service asked for.</param>
    /// <param name="lot">0 inclusive to 1 exclusive.</param>
    /// <param name="options">The times.</param>
    public static TimeSpan? Next(int attempt, TimeSpan waited, TimeSpan? retryAfter, double lot, LanguageOptions options)
    {
        var doublings = Math.Min(attempt - 1, 30);
        var delay = TimeSpan.FromTicks((long)Math.Min(options.RetryFirst.Ticks * Math.Pow(2, doublings), options.RetryAtMost.Ticks));
        delay *= 0.8 + (0.4 * lot);
        if (retryAfter * (1 + (0.2 * lot)) is { } asked && asked > delay)
        {
            delay = asked;
        }
        return waited + delay > options.GiveUpAfter ? null : delay;
    }

    /// <summary>The header of a refusal: seconds, or a date (RFC 9110, section 10.2.3). Null where there is none or it lies in the past.</summary>
    public static TimeSpan? RetryAfter(Response? response, DateTimeOffset now)
    {
        if (response is null || !response.Headers.TryGetValue("Retry-After", out var text))
        {
            return null;
        }
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }
        return DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until) && until > now
            ? until - now
            : null;
    }
}
