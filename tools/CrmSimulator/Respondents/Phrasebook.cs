namespace CxFunctions.CrmSimulator.Respondents;

/// <summary>Sentences of a language, out of which verbatims are put together.</summary>
/// <param name="Topics">By touchpoint: what can be praised and what can be complained of.</param>
/// <param name="Glad">What follows praise.</param>
/// <param name="Sorry">What follows a complaint.</param>
/// <param name="Middling">Said by those who are neither.</param>
/// <param name="Wishes">What they ask for.</param>
/// <param name="Contacts">How some give themselves away: <c>{phone}</c>, <c>{email}</c>, <c>{name}</c> are filled in.</param>
internal sealed record Phrasebook(
    IReadOnlyDictionary<string, Topic> Topics,
    IReadOnlyList<string> Glad,
    IReadOnlyList<string> Sorry,
    IReadOnlyList<string> Middling,
    IReadOnlyList<string> Wishes,
    IReadOnlyList<string> Contacts);

internal sealed record Topic(IReadOnlyList<string> Praise, IReadOnlyList<string> Complaints);

internal enum Tone
{
    Bad,
    Middling,
    Good,
}
