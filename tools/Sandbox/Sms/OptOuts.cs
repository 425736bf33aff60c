using CxFunctions.Sandbox.Messages;

namespace CxFunctions.Sandbox.Sms;

/// <summary>Which phone wants nothing more from which sender, as the carrier or the opt-out operations recorded it.</summary>
internal sealed class OptOuts
{
    private static readonly string[] StopWords = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"];
    private static readonly string[] StartWords = ["START", "UNSTOP"];

    private readonly Lock _lock = new();
    private readonly Journal _journal;
    private readonly HashSet<(string From, string To)> _pairs = [];

    public OptOuts(Journal journal)
    {
        _journal = journal;
        foreach (var change in journal.Recovered.OfType<OptOutChanged>())
        {
            Apply(change);
        }
    }

    public bool Has(string from, string to)
    {
        lock (_lock)
        {
            return _pairs.Contains((from, to));
        }
    }

    public void Set(string from, string to, bool optedOut)
    {
        lock (_lock)
        {
            var change = new OptOutChanged(from, to, optedOut);
            if (Has(from, to) != optedOut)
            {
                _journal.Append(change);
                Apply(change);
            }
        }
    }

    /// <summary>North American carriers act on the keyword themselves; elsewhere it is for the app to obey.</summary>
    public void Hear(string sender, string phone, string text)
    {
        var word = text.Trim().ToUpperInvariant();
        if (!sender.StartsWith("+1", StringComparison.Ordinal))
        {
            return;
        }

        if (StopWords.Contains(word))
        {
            Set(sender, phone, true);
        }
        else if (StartWords.Contains(word))
        {
            Set(sender, phone, false);
        }
    }

    private void Apply(OptOutChanged change)
    {
        if (change.OptedOut)
        {
            _pairs.Add((change.From, change.To));
        }
        else
        {
            _pairs.Remove((change.From, change.To));
        }
    }
}
