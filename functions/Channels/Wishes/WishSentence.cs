namespace CxFunctions.Channels.Wishes;

/// <summary>What stands around a wish within its sentence.</summary>
internal static class WishSentence
{
    /// <summary>Who wants to be left alone does not make many words.</summary>
    private const int LongestWish = 16;

    /// <summary>Whether the sentence is the wish, with at most "I want to" before it and "at once" behind it.</summary>
    public static bool Is(string sentence, Phrases wish, Phrases? before = null)
    {
        var words = sentence.Split(' ');
        return words.Length <= LongestWish
            && Splits(words).Any(s => IsRow(words[..s.From], before ?? WishPatterns.Before) && IsRow(words[s.To..], WishPatterns.After) && wish.Match(Text(words[s.From..s.To])));
    }

    /// <summary>The wish behind "and", "but", "because".</summary>
    public static bool Joins(string sentence, Phrases wish)
    {
        var words = sentence.Split(' ');
        return Enumerable.Range(0, words.Length - 1).Any(i => WishPatterns.Joint.Match(words[i]) && Is(Text(words[(i + 1)..]), wish));
    }

    /// <summary>What stands behind a stop word with which the sentence begins; longest first.</summary>
    public static IEnumerable<string> RestsOf(string sentence)
    {
        var words = sentence.Split(' ');
        return words.Length > LongestWish ? [] : Splits(words)
            .Where(s => IsRow(words[..s.From], WishPatterns.Before) && s.To < words.Length && WishPatterns.Stops.Match(Text(words[s.From..s.To])))
            .SelectMany(s => Enumerable.Range(s.To, words.Length - s.To).Where(i => IsRow(words[s.To..i], WishPatterns.After)).Select(i => Text(words[i..])));
    }

    /// <summary>Whether a request may begin here: nothing before it, or only what leads up to it, or another thought that is joined to it.</summary>
    public static bool Opens(string before)
    {
        var words = Words(before);
        return Enumerable.Range(0, words.Length + 1).Any(i => IsRow(words[i..], WishPatterns.Before) && (i == 0 || WishPatterns.Joint.Match(words[i - 1])));
    }

    /// <summary>Whether a request ends here.</summary>
    public static bool Closes(string behind)
    {
        var words = Words(behind);
        return Enumerable.Range(0, words.Length + 1).Any(i => IsRow(words[..i], WishPatterns.After) && (i == words.Length || WishPatterns.Joint.Match(words[i])));
    }

    /// <summary>Begins with a stop word that has no other meaning, and is not "stop by".</summary>
    public static bool BeginsStrongly(string sentence)
    {
        var words = sentence.Split(' ');
        return Enumerable.Range(0, words.Length - 1).Any(i =>
            IsRow(words[..i], WishPatterns.Before) && WishPatterns.Strong.Match(words[i]) && !WishPatterns.NoStop.Match(words[i + 1]));
    }

    private static IEnumerable<(int From, int To)> Splits(string[] words) =>
        from start in Enumerable.Range(0, words.Length)
        from end in Enumerable.Range(start + 1, words.Length - start).Reverse()
        select (start, end);

    private static bool IsRow(string[] words, Phrases row) => words.Length == 0 || row.Match(Text(words));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Text(string[] words) => string.Join(' ', words);
}
