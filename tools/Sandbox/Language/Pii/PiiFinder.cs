namespace CxFunctions.Sandbox.Language.Pii;

/// <summary>Everything personal in a text, in order, none overlapping; and the text with it starred out.</summary>
internal static class PiiFinder
{
    /// <param name="categories">Only these; empty for all.</param>
    public static IReadOnlyList<PiiEntity> Find(string text, IReadOnlyCollection<string> categories)
    {
        var found = new List<PiiEntity>();
        foreach (var entity in NumberFinder.Find(text).Concat(NameFinder.Find(text)))
        {
            // Who came first has the better proof.
            if (!found.Exists(other => entity.Start < other.End && other.Start < entity.End))
            {
                found.Add(entity);
            }
        }

        return [.. found.Where(e => categories.Count == 0 || categories.Contains(e.Category)).OrderBy(e => e.Start)];
    }

    /// <summary>As many asterisks as the entity has UTF-16 units, so that every offset stays where it was.</summary>
    public static string Redact(string text, IReadOnlyList<PiiEntity> entities) => string.Create(text.Length, (text, entities), static (span, state) =>
    {
        state.text.CopyTo(span);
        foreach (var entity in state.entities)
        {
            span.Slice(entity.Start, entity.Length).Fill('*');
        }
    });
}
