using CxFunctions.Catalog;
using CxFunctions.Responses;
using Microsoft.Extensions.DependencyInjection;

namespace CxFunctions.Tests.EndToEnd.Journeys;

internal static class Unheard
{
    /// <summary>Leaves behind what a host does that dies between storing an answer and telling anybody.</summary>
    public static async Task SaveUnheardAsync(this Scene scene, string id, bool complete)
    {
        var entry = await scene.LedgerAsync(id);
        var response = new StoredResponse
        {
            Ref = new(entry.ContactId, entry.OccurredAt, entry.JourneyId),
            Revision = 1,
            Source = entry.Source,
            TransactionId = entry.TransactionId,
            Program = entry.Program,
            Touchpoint = entry.Touchpoint,
            Channel = Channel.Sms,
            Locale = "es",
            Dimensions = entry.Dimensions,
            Scores = new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = 9 },
            VerbatimPrints = new Dictionary<string, string>(),
            Complete = complete,
            StartedAt = scene.Now,
            SavedAt = scene.Now,
        };
        await scene.Services.GetRequiredService<ResponseStore>().WriteAsync(null, response, TestContext.Current.CancellationToken);
    }
}
