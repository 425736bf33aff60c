using CxFunctions.Catalog;

namespace CxFunctions.Messages;

/// <summary>
/// Queue <c>responses</c>: answers were saved, whole or in part. The verbatims in it are as typed; they rest nowhere else
/// until Sentiment has masked them. Idempotent by journey and revision; an older revision never overwrites a newer one.
/// </summary>
/// <param name="Version">1.</param>
/// <param name="Ref">The stored response.</param>
/// <param name="Revision">1 for the first save, one more for each that changed anything.</param>
/// <param name="Program">Program id.</param>
/// <param name="Touchpoint">Touchpoint id.</param>
/// <param name="Channel">The channel whose link was used.</param>
/// <param name="Locale">es, en or pt: the language of the page.</param>
/// <param name="Dimensions">Values of the program's declared dimensions.</param>
/// <param name="Scores">All scores given so far, by kind, on their own scales.</param>
/// <param name="Verbatims">By question id, as typed, not empty.</param>
/// <param name="Complete">Whether all required answers were given and sent off.</param>
/// <param name="SavedAt">UTC.</param>
public sealed record ResponseSaved(
    int Version,
    ResponseRef Ref,
    int Revision,
    string Program,
    string Touchpoint,
    Channel Channel,
    string Locale,
    IReadOnlyDictionary<string, string> Dimensions,
    IReadOnlyDictionary<QuestionKind, int> Scores,
    IReadOnlyDictionary<string, string> Verbatims,
    bool Complete,
    DateTimeOffset SavedAt)
{
    public const int CurrentVersion = 1;
}
