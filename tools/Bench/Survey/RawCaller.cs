namespace CxFunctions.Bench.Survey;

/// <summary>Makes one request after the other, each of a kind that is asked for, on messages and rows of its own making.</summary>
internal sealed class RawCaller(int number, RawMessages messages, RawRows rows)
{
    /// <summary>What a request carries besides its contents: XML around a message, keys and types of a row.</summary>
    private const int Frame = 120;

    public Random Chance { get; } = new(number);

    /// <summary>Whether requests of this kind are made at all.</summary>
    public static bool Knows(string verb) => RawMessages.Verbs.Contains(verb) || RawRows.Verbs.Contains(verb);

    public Task RequestAsync(string verb, int bytes, CancellationToken cancellation)
    {
        var text = new string('x', Math.Max(1, bytes - Frame));
        return RawMessages.Verbs.Contains(verb) ? messages.RequestAsync(verb, text, cancellation) : rows.RequestAsync(verb, text, cancellation);
    }
}
