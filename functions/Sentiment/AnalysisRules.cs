using CxFunctions.Messages;

namespace CxFunctions.Sentiment;

/// <summary>What an answer becomes on its way through this slice.</summary>
public static class AnalysisRules
{
    /// <summary>Masked by form, not yet read.</summary>
    public static AnalyzedResponse Unread(ResponseSaved saved) => new()
    {
        Ref = saved.Ref,
        Revision = saved.Revision,
        Program = saved.Program,
        Touchpoint = saved.Touchpoint,
        Channel = saved.Channel,
        Locale = saved.Locale,
        Dimensions = saved.Dimensions,
        Scores = saved.Scores,
        Verbatims = VerbatimReader.Masked(saved),
        State = AnalysisState.Pending,
        Complete = saved.Complete,
        SavedAt = saved.SavedAt,
    };

    public static ResponseAnalyzed Analyzed(AnalyzedResponse response) => new(
        ResponseAnalyzed.CurrentVersion,
        response.Ref,
        response.Revision,
        response.Program,
        response.Touchpoint,
        response.Channel,
        response.Locale,
        response.Dimensions,
        response.Scores,
        [.. response.Verbatims.Select(v => new MaskedVerbatim(v.QuestionId, v.Text, v.Sentiment, v.Negative))],
        response.Complete,
        response.SavedAt);

    /// <summary>A finished survey was started too, even where no part of it was saved before the whole.</summary>
    public static FactChanged Fact(AnalyzedResponse response) => new(
        FactChanged.CurrentVersion,
        response.Ref.JourneyId,
        response.Program,
        response.Touchpoint,
        response.Ref.OccurredAt,
        response.Dimensions,
        Channel: response.Channel,
        Scores: response.Scores,
        Revision: response.Revision,
        Sentiment: response.Sentiment,
        Stages: response.Complete ? [FieldworkStage.Started, FieldworkStage.Answered] : [FieldworkStage.Started]);
}
