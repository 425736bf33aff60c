using CxFunctions.Catalog;

namespace CxFunctions.Responses;

/// <summary>Answers that passed the door: every score on its scale, every text clean and not empty.</summary>
/// <param name="Scores">By kind.</param>
/// <param name="Verbatims">By question id.</param>
public sealed record Submission(IReadOnlyDictionary<QuestionKind, int> Scores, IReadOnlyDictionary<string, string> Verbatims)
{
    public static readonly Submission Empty = new(new Dictionary<QuestionKind, int>(), new Dictionary<string, string>());

    public bool IsEmpty => Scores.Count == 0 && Verbatims.Count == 0;
}

/// <param name="QuestionId">As it was sent; may name no question at all.</param>
/// <param name="Reason">For the sender's developer; respondents read words of their own.</param>
public sealed record AnswerError(string QuestionId, string Reason);
