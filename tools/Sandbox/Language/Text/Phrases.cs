namespace CxFunctions.Sandbox.Language.Text;

/// <summary>A list of words and phrases that finds the longest one beginning at a token.</summary>
internal sealed class Phrases<T>
{
    private readonly Dictionary<string, T> _values = new(StringComparer.Ordinal);
    private int _longest = 1;

    public T this[string phrase]
    {
        set
        {
            var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Folding.Fold).ToArray();
            _longest = Math.Max(_longest, words.Length);
            _values[string.Join(' ', words)] = value;
        }
    }

    public bool TryGetWord(string key, out T value) => _values.TryGetValue(key, out value!);

    /// <returns>The number of tokens matched, 0 for none.</returns>
    public int Match(IReadOnlyList<Token> tokens, int at, out T value)
    {
        for (var length = Math.Min(_longest, tokens.Count - at); length > 0; length--)
        {
            var key = length == 1 ? tokens[at].Key : string.Join(' ', Enumerable.Range(at, length).Select(i => tokens[i].Key));
            if (_values.TryGetValue(key, out value!))
            {
                return length;
            }
        }

        value = default!;
        return 0;
    }
}
