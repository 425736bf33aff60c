namespace CxFunctions.CrmSimulator.Respondents;

/// <summary>How a person deals with a survey.</summary>
public enum Temper
{
    /// <summary>Opens it soon and answers.</summary>
    Prompt,

    /// <summary>Forgets the invitation, answers the reminder.</summary>
    NeedsReminder,

    /// <summary>Never opens it.</summary>
    Ignores,

    /// <summary>Opens it when it has expired.</summary>
    TooLate,

    /// <summary>Opens it and asks on the page not to be written to.</summary>
    OptsOutOnPage,

    /// <summary>Answers the SMS with STOP; an e-mail's reader takes the link instead.</summary>
    RepliesStop,

    /// <summary>Presses the button twice.</summary>
    SendsTwice,

    /// <summary>Gives the score, and leaves before the words.</summary>
    LeavesHalfway,
}
