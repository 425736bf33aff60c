namespace CxFunctions.Channels.Wishes;

/// <summary>
/// How wishes are said in one language: patterns over <see cref="PlainWords"/> (lower case, no accents, one space between words). In them
/// <c>{o}</c> stands for what we send ("your surveys", "los mensajes"), <c>{x}</c> for that or advertising, <c>{list}</c> for where we keep the number.
/// </summary>
internal sealed record WishWords
{
    public required string Locale { get; init; }

    /// <summary>Alone in its message or sentence, it asks to stop. The carriers' words are among them.</summary>
    public required IReadOnlyList<string> Stop { get; init; }

    public required IReadOnlyList<string> Start { get; init; }

    public required IReadOnlyList<string> Help { get; init; }

    /// <summary>Asks to stop, and names the messages: also within a longer sentence.</summary>
    public required IReadOnlyList<string> Requests { get; init; }

    /// <summary>Asks to stop only where it is the whole sentence: with more behind it, it is about something else.</summary>
    public required IReadOnlyList<string> WholeRequests { get; init; }

    /// <summary>Anywhere in a sentence: maybe a wish to stop.</summary>
    public required IReadOnlyList<string> Doubts { get; init; }

    /// <summary>Maybe a wish to stop where it is the whole sentence.</summary>
    public required IReadOnlyList<string> WholeDoubts { get; init; }

    /// <summary>Says nothing about the matter, wherever it stands.</summary>
    public required IReadOnlyList<string> Polite { get; init; }

    /// <summary>May stand before a wish: "I want to", "quiero".</summary>
    public required IReadOnlyList<string> Before { get; init; }

    /// <summary>May stand behind a wish: "now", "de una vez".</summary>
    public required IReadOnlyList<string> After { get; init; }

    /// <summary>Joins a wish to what was said before, or to why.</summary>
    public required IReadOnlyList<string> Joints { get; init; }

    /// <summary>Turns a wish round: "don't", "nunca".</summary>
    public required IReadOnlyList<string> Negations { get; init; }

    /// <summary>What we send.</summary>
    public required IReadOnlyList<string> Objects { get; init; }

    /// <summary>What may stand before those: "your", "más".</summary>
    public required IReadOnlyList<string> Determiners { get; init; }

    /// <summary>Where we keep a number.</summary>
    public required IReadOnlyList<string> Lists { get; init; }

    public static IReadOnlyList<WishWords> All { get; } = [WishWordsEs.Words, WishWordsEn.Words, WishWordsPt.Words];
}
