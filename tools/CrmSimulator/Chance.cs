namespace CxFunctions.CrmSimulator;

/// <summary>
/// Seeded chance that is drawn by name, not by order: what happens to transaction 17 does not depend on who asked first,
/// nor on whether the process was started again in between. SplitMix64 (Steele, Lea, Flood 2014) over an FNV-1a hash of the names.
/// </summary>
public sealed class Chance
{
    private ulong _state;

    private Chance(ulong state) => _state = state;

    /// <summary>The chance of one thing; the same seed and names give the same draws for ever.</summary>
    public static Chance Of(int seed, params ReadOnlySpan<string> names)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var name in names)
        {
            foreach (var letter in name)
            {
                hash = (hash ^ letter) * 1099511628211UL;
            }
            hash = (hash ^ 0x1F) * 1099511628211UL;
        }
        return new Chance(hash);
    }

    /// <summary>A number from 0 up to, but not including, 1.</summary>
    public double Next() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>, both inclusive.</summary>
    public int Between(int min, int max) => min + (int)(Next() * (max - min + 1));

    /// <summary>A time from <paramref name="min"/> up to <paramref name="max"/>, in whole milliseconds.</summary>
    public TimeSpan Between(TimeSpan min, TimeSpan max) =>
        min + TimeSpan.FromMilliseconds(Math.Floor(Next() * (max - min).TotalMilliseconds));

    /// <param name="probability">0 (never) to 1 (always).</param>
    public bool Happens(double probability) => Next() < probability;

    /// <summary>One of the items, each as likely as the other.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Between(0, items.Count - 1)];

    /// <summary>One of the items by weight; weights need not add up to anything.</summary>
    public T Pick<T>(IReadOnlyList<(T Item, double Weight)> items)
    {
        var left = Next() * items.Sum(i => i.Weight);
        foreach (var (item, weight) in items)
        {
            left -= weight;
            if (left < 0)
            {
                return item;
            }
        }
        return items[^1].Item;
    }

    private ulong NextBits()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
