namespace CxFunctions.Contacts;

/// <summary>
/// A value and when it was true. Of two the later one counts; of two at one instant always the same one, so that
/// transactions may come in any order and leave the same contact behind.
/// </summary>
internal readonly record struct Said<T>(T Value, DateTimeOffset At)
    where T : IComparable<T>
{
    public static Said<T>? Later(Said<T>? one, Said<T>? other)
    {
        if (one is not { } a || other is not { } b)
        {
            return one ?? other;
        }
        var order = a.At.CompareTo(b.At) is var byTime and not 0 ? byTime : b.Value.CompareTo(a.Value);
        return order >= 0 ? a : b;
    }
}
