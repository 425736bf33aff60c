using System.Text.Json.Serialization;
using CxFunctions.Messages;

namespace CxFunctions.Alerts;

/// <summary>Input of <see cref="RestingAnswerJourney"/>: which answer rests, and until when. What was said is read when it has.</summary>
/// <param name="Ref">The stored answer.</param>
/// <param name="Revision">Of the answer; a newer one takes its place.</param>
/// <param name="Until">UTC.</param>
public sealed record RestingAnswer(ResponseRef Ref, int Revision, DateTimeOffset Until)
{
    /// <summary>A respondent who gave a bad score may be about to say why.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    /// <summary>One life for each revision of an answer.</summary>
    [JsonIgnore]
    public string InstanceId => $"rest-{Ref.JourneyId}-{Revision}";

    public static RestingAnswer Of(ResponseAnalyzed response) => new(response.Ref, response.Revision, response.SavedAt + Rest);
}
