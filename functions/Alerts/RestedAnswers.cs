using CxFunctions.Responses;
using CxFunctions.Sentiment;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Alerts;

/// <summary>Raises the alerts of an answer as it stands now, unless a newer revision was saved meanwhile: that one has a rest of its own.</summary>
public sealed class RestedAnswers(ResponseStore responses, VerbatimStore readings, ResponseAlerting alerting, ILogger<RestedAnswers> log)
{
    public async Task RaiseAsync(RestingAnswer answer, CancellationToken cancellationToken)
    {
        var stored = await responses.FindAsync(answer.Ref, cancellationToken);
        var reading = await readings.FindAsync(answer.Ref, cancellationToken);
        if (stored?.Revision != answer.Revision || reading?.Revision != answer.Revision)
        {
            log.NotRaised(answer.Ref.JourneyId, answer.Revision, stored is null || reading is null ? "erased" : "changed");
            return;
        }
        await alerting.RaiseAsync(AnalysisRules.Analyzed(reading), cancellationToken);
    }
}
