namespace CxFunctions.CrmSimulator.Respondents;

/// <summary>Something a person does about a message, and when.</summary>
public sealed record Act(ActKind Kind, DateTimeOffset At);

public enum ActKind
{
    /// <summary>The mail program's scanner asks for the link, by HEAD and by GET, before anybody reads.</summary>
    Scan,

    /// <summary>Opens the page, fills in the form, sends it.</summary>
    Answer,

    /// <summary>The same, with two presses of the button.</summary>
    AnswerTwice,

    /// <summary>Chooses a score, which the page saves at once, and closes it.</summary>
    ScoreOnly,

    /// <summary>Opens the page after its time and tries to answer all the same.</summary>
    AnswerTooLate,

    /// <summary>Follows the link under the message and confirms.</summary>
    OptOut,

    /// <summary>Writes STOP to the sender.</summary>
    ReplyStop,
}
