using System.Net;

namespace CxFunctions.CrmSimulator.Respondents;

/// <summary>How the page took what a person did.</summary>
/// <param name="Status">The last HTTP status.</param>
/// <param name="Scores">What was sent, by metric; empty where nothing was.</param>
/// <param name="Words">The verbatim that was sent.</param>
/// <param name="Complete">Whether it was sent off, not only saved on the way.</param>
public sealed record SurveyReply(HttpStatusCode Status, IReadOnlyDictionary<string, int> Scores, string? Words, bool Complete)
{
    public static SurveyReply Of(HttpStatusCode status) => new(status, new Dictionary<string, int>(), null, false);

    /// <summary>Whether the page said that answers are saved.</summary>
    public bool Saved => Status == HttpStatusCode.OK && Scores.Count > 0;

    /// <summary>Whether it is worth trying again: the page could not say.</summary>
    public bool Failed => (int)Status >= 500;
}
