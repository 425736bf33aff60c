using CxFunctions.Catalog;

namespace CxFunctions.Messages;

/// <summary>
/// Queue <c>notices</c>: something managers must read. Idempotent by id, recipient and channel.
/// </summary>
/// <param name="Version">1.</param>
/// <param name="Id">Names the notice for ever: the same id is never delivered twice.</param>
/// <param name="Program">Program whose recipients are meant.</param>
/// <param name="Recipients">Names in the program's recipients.</param>
/// <param name="Channels">The ways to use; all of them.</param>
/// <param name="Subject">One line, English.</param>
/// <param name="Lines">The text, a paragraph each, English; no personal data.</param>
/// <param name="Link">Where to act; absolute.</param>
/// <param name="Urgency">Who is told first where a service was away and many wait.</param>
/// <param name="Words">What the customer said, masked; told as far as there is room for it.</param>
/// <param name="InWorkingHours">Whether it waits for the working hours of each recipient who has some.</param>
/// <param name="NotBefore">UTC; null for at once.</param>
/// <param name="Group">With what else it is told in one message, where many wait for the same person.</param>
public sealed record ManagerNotice(
    int Version,
    string Id,
    string Program,
    IReadOnlyList<string> Recipients,
    IReadOnlyList<Channel> Channels,
    string Subject,
    IReadOnlyList<string> Lines,
    Uri Link,
    NoticeUrgency Urgency = NoticeUrgency.Customer,
    string? Words = null,
    bool InWorkingHours = false,
    DateTimeOffset? NotBefore = null,
    NoticeGroup? Group = null)
{
    public const int CurrentVersion = 1;
}

/// <summary>What a notice has in common with others, so that one message can stand for all of them.</summary>
/// <param name="Key">The same for those that belong together.</param>
/// <param name="Subject">Of the common message; <c>{count}</c> is how many it stands for.</param>
/// <param name="Line">What this one adds to it: one line, English; no personal data.</param>
/// <param name="Link">Where all of them are listed; absolute.</param>
/// <param name="MostSingly">So many of them are told each on its own; more than that in one message.</param>
public sealed record NoticeGroup(string Key, string Subject, string Line, Uri Link, int MostSingly);

/// <summary>How much is lost by hearing of it late; the most urgent first.</summary>
public enum NoticeUrgency
{
    /// <summary>A customer waits for somebody: a case was opened, or an answer calls for a person.</summary>
    Customer,

    /// <summary>Somebody was told before and has not acted in time.</summary>
    Overdue,

    /// <summary>A score fell: as true tomorrow.</summary>
    Score,
}
