namespace CxFunctions.LocalHost.Durable;

/// <summary>
/// Brings letters to instances: any number of instances at once, each with one worker at a time. The instances met last stay
/// in memory, so that the next step needs no reading; all others cost nothing.
/// </summary>
internal sealed class PostOffice(int remembered, WorkCount work)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Mailbox> _boxes = [];
    private readonly LinkedList<Mailbox> _resting = new();
    private readonly ReadyLine _ready = new();

    private bool _isClosed;

    public ReadyLine Ready => _ready;

    public Task Post(string id, InstanceMessage message)
    {
        var letter = new Letter(message);
        lock (_gate)
        {
            if (_isClosed)
            {
                letter.Refuse(Closed());
                return letter.Receipt;
            }

            if (!_boxes.TryGetValue(id, out var box))
            {
                _boxes[id] = box = new(id);
            }

            box.Put(letter);
            Line(box);
        }

        return letter.Receipt;
    }

    /// <summary>The instance as last committed, if it is in memory.</summary>
    public Instance? Remembered(string id)
    {
        lock (_gate)
        {
            return _boxes.TryGetValue(id, out var box) && box.IsKnown ? box.Instance : null;
        }
    }

    public List<Letter> Take(Mailbox box)
    {
        lock (_gate)
        {
            return box.TakeAll();
        }
    }

    public void PutBack(Mailbox box, IEnumerable<Letter> letters)
    {
        lock (_gate)
        {
            box.PutBack(letters);
        }
    }

    /// <summary>After the last worker is gone: what nobody will read any more is refused.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            foreach (var letter in _boxes.Values.SelectMany(box => box.TakeAll()))
            {
                letter.Refuse(Closed());
            }
        }
    }

    /// <summary>The worker is through: what came meanwhile is lined up again, else the instance rests.</summary>
    public void Return(Mailbox box)
    {
        lock (_gate)
        {
            box.IsBusy = false;
            if (box.HasLetters)
            {
                Line(box);
            }
            else
            {
                Rest(box);
            }
        }

        work.End();
    }

    private static OperationCanceledException Closed() => new("The durable engine has stopped.");

    private void Line(Mailbox box)
    {
        if (box.IsBusy)
        {
            return;
        }

        if (box.Place is { } place)
        {
            _resting.Remove(place);
            box.Place = null;
        }

        box.IsBusy = true;
        work.Begin();
        _ready.Put(box, box.HoldsActivityEnd);
    }

    private void Rest(Mailbox box)
    {
        if (!box.IsKnown || box.Instance is null or { IsOver: true })
        {
            _boxes.Remove(box.Id);
            return;
        }

        box.Place = _resting.AddLast(box);
        while (_resting.Count > remembered)
        {
            _boxes.Remove(_resting.First!.Value.Id);
            _resting.RemoveFirst();
        }
    }
}
