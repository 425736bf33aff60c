using CxFunctions.Sandbox.Faults;
using CxFunctions.Sandbox.Messages;

namespace CxFunctions.Sandbox.Page;

/// <summary>One page of a longer list, newest first.</summary>
/// <param name="Number">1 and up.</param>
/// <param name="Total">Of all pages together.</param>
public sealed record Leaf<T>(IReadOnlyList<T> Items, int Number, int Size, int Total)
{
    public bool HasNewer => Number > 1;

    public bool HasOlder => Number * Size < Total;

    public int First => Total == 0 ? 0 : ((Number - 1) * Size) + 1;

    public int Last => Math.Min(Number * Size, Total);

    /// <summary>Cuts a page; one beyond the end shows the last.</summary>
    public static Leaf<T> Of(IReadOnlyList<T> all, int number, int size)
    {
        number = Math.Clamp(number, 1, Math.Max(1, (all.Count + size - 1) / size));
        return new([.. all.Skip((number - 1) * size).Take(size)], number, size, all.Count);
    }
}

/// <summary>A phone and what went to and fro, oldest first.</summary>
public sealed record PhoneThread(string Number, IReadOnlyList<Message> Messages, int Earlier, bool IsManager)
{
    public Message Last => Messages[^1];
}

/// <summary>Everything the page shows.</summary>
public sealed record PageView(
    PageQuery Query,
    Leaf<PhoneThread> Phones,
    Leaf<Message> Mails,
    Leaf<Message> Managers,
    Message? OpenMail,
    IReadOnlyList<ServiceFaults> Faults,
    PageFigures Figures);

/// <summary>The counts in the head of the page.</summary>
public sealed record PageFigures(int Sms, int Emails, int Replies, int Undelivered, long DuplicatesSuppressed);
