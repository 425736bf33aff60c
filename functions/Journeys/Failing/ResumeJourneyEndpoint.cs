using CxFunctions.Foundation;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CxFunctions.Journeys.Failing;

/// <summary><c>POST /api/journeys/{id}/resume</c>: an operator takes up a journey that failed. Asking twice resumes once.</summary>
internal sealed class ResumeJourneyEndpoint(JourneyResuming resuming)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(10);

    [Function("ResumeJourney")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/journeys/{id}/resume")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient journeys,
        CancellationToken cancellationToken)
    {
        try
        {
            return await resuming.ResumeAsync(id, journeys, cancellationToken) switch
            {
                Resumption.Resumed => Results.Json(new Resumed(id), CxJson.Lenient, statusCode: StatusCodes.Status202Accepted),
                Resumption.Unknown => Problems.NotFound("No transaction has a journey of this id."),
                Resumption.TooLate => Problems.Gone("The journey's time is over; nobody may be asked any more."),
                _ => Problems.Conflict("The journey has not failed: it is under way, or has ended."),
            };
        }
        catch (Exception e) when (StorageTrouble.Is(e, cancellationToken))
        {
            return Problems.Unavailable(request.HttpContext, TryAgain, "The journey could not be taken up; ask again.");
        }
    }

    /// <param name="JourneyId">The one that goes on.</param>
    private sealed record Resumed(string JourneyId);
}
