namespace CxFunctions.Sandbox.Messages;

/// <summary>Everything sent and answered, in order; the only place that changes it. Every change is journalled first.</summary>
internal sealed class MessageLog
{
    private readonly Lock _lock = new();
    private readonly Journal _journal;
    private readonly List<Message> _messages = [];
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string RepeatabilityId, string To), int> _byRepeatability = [];
    private long _lastSequence;
    private int _cleared;

    public MessageLog(Journal journal)
    {
        _journal = journal;
        foreach (var entry in journal.Recovered)
        {
            Apply(entry);
        }
    }

    /// <summary>Raised, outside the lock, after a message was added or its status changed.</summary>
    public event Action<Message>? Changed;

    /// <summary>Adds the message unless one with the same repeatability id went to the same recipient; then that one is returned.</summary>
    /// <returns>The message in the log, and whether it is new.</returns>
    public (Message Message, bool IsNew) Accept(Message message)
    {
        lock (_lock)
        {
            if (message.RepeatabilityId is { } repeated && _byRepeatability.TryGetValue(KeyOf(repeated, message.To), out var index))
            {
                return (_messages[index], false);
            }

            message = message with { Sequence = _lastSequence + 1 };
            _journal.Append(new MessageAccepted(message));
            Add(message);
        }

        Changed?.Invoke(message);
        return (message, true);
    }

    public void SetStatus(string id, string status, string? reason)
    {
        Message changed;
        lock (_lock)
        {
            if (!_byId.ContainsKey(id))
            {
                return;
            }

            _journal.Append(new StatusChanged(id, status, reason));
            changed = Change(id, status, reason);
        }

        Changed?.Invoke(changed);
    }

    /// <summary>Empties the page and the listings. What was sent stays known for repeats, as in the service.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _journal.Append(new MessagesCleared());
            _cleared = _messages.Count;
        }
    }

    public IReadOnlyList<Message> Find(MessageQuery query)
    {
        lock (_lock)
        {
            // Sequence n sits at index n - 1, so "since" costs nothing however long the log is.
            var first = Math.Max(_cleared, (int)Math.Min(query.AfterSequence, _messages.Count));
            var found = _messages.Skip(first).Where(query.Matches);
            return [.. query.Limit is { } limit ? found.Take(limit) : found];
        }
    }

    /// <summary>Every message still shown, oldest first.</summary>
    public IReadOnlyList<Message> All()
    {
        lock (_lock)
        {
            return _messages[_cleared..];
        }
    }

    public Message? ById(string id)
    {
        lock (_lock)
        {
            return _byId.TryGetValue(id, out var index) ? _messages[index] : null;
        }
    }

    /// <summary>The latest SMS that the app sent to this phone, if any.</summary>
    public Message? LastSmsTo(string number)
    {
        lock (_lock)
        {
            return _messages.FindLast(m => m.Kind == MessageKinds.Sms && m.Direction == MessageDirections.Out && m.To == number);
        }
    }

    private void Apply(JournalEntry entry)
    {
        switch (entry)
        {
            case MessageAccepted accepted:
                Add(accepted.Message);
                break;
            case StatusChanged status when _byId.ContainsKey(status.Id):
                Change(status.Id, status.Status, status.Reason);
                break;
            case MessagesCleared:
                _cleared = _messages.Count;
                break;
        }
    }

    private void Add(Message message)
    {
        _lastSequence = message.Sequence;
        _byId[message.Id] = _messages.Count;
        if (message.RepeatabilityId is { } repeatability)
        {
            _byRepeatability[KeyOf(repeatability, message.To)] = _messages.Count;
        }

        _messages.Add(message);
    }

    private Message Change(string id, string status, string? reason) =>
        _messages[_byId[id]] = _messages[_byId[id]] with { Status = status, StatusReason = reason };

    private static (string RepeatabilityId, string To) KeyOf(string repeatability, string to) =>
        (repeatability.ToLowerInvariant(), to.ToLowerInvariant());
}
