namespace CxFunctions.LocalHost.Durable;

/// <summary>What waits for one instance in memory, and the instance itself as last committed if it is known.</summary>
internal sealed class Mailbox(string id)
{
    private List<Letter> _letters = [];

    public string Id => id;

    /// <summary>Null where unknown or where there is none.</summary>
    public Instance? Instance { get; set; }

    /// <summary>Whether <see cref="Instance"/> says how things are.</summary>
    public bool IsKnown { get; set; }

    /// <summary>In line for a worker or with one.</summary>
    public bool IsBusy { get; set; }

    public bool HasLetters => _letters.Count > 0;

    /// <summary>How many of this generation's messages were handed over, and when the last of them has arrived.</summary>
    public (string Execution, int Count, Task Arrival) Sent { get; set; } = ("", 0, Task.CompletedTask);

    public bool HoldsActivityEnd => _letters.Exists(letter => letter.Message is ActivityEnded);

    public LinkedListNode<Mailbox>? Place { get; set; }

    public void Put(Letter letter) => _letters.Add(letter);

    public void PutBack(IEnumerable<Letter> letters) => _letters.InsertRange(0, letters);

    public List<Letter> TakeAll()
    {
        var all = _letters;
        _letters = [];
        return all;
    }
}
