namespace CxFunctions.Catalog;

internal static class QuestionnaireRules
{
    public static IEnumerable<ProgramError> Check(string path, Questionnaire questionnaire)
    {
        var questions = questionnaire.Questions;
        foreach (var error in ProgramRules.Unique($"{path}.questions", questions.Select(q => q.Id)))
        {
            yield return error;
        }
        if (questions.Count > 5)
        {
            yield return new($"{path}.questions", "at most 5: the survey is very short");
        }
        if (questions is [{ Kind: QuestionKind.Verbatim }, ..])
        {
            yield return new($"{path}.questions[0]", "the first question must be a score");
        }
        foreach (var twice in questions.Where(q => q.Scale is not null).GroupBy(q => q.Kind).Where(g => g.Count() > 1))
        {
            yield return new($"{path}.questions", $"{twice.Key} is asked more than once");
        }
        for (var i = 0; i < questions.Count; i++)
        {
            if (questions[i].Scale is not null && (questions[i].Low is null || questions[i].High is null))
            {
                yield return new($"{path}.questions[{i}]", "a score needs low and high: what its ends mean");
            }
            if (questions[i].MaxLength is < 1 or > 2000)
            {
                yield return new($"{path}.questions[{i}].maxLength", "must lie between 1 and 2000");
            }
        }
    }
}
