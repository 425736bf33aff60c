namespace CxFunctions.Sandbox.Language.Sentiment;

/// <summary>Shares of belief; each 0 to 1, together 1.</summary>
internal readonly record struct Scores(double Positive, double Neutral, double Negative)
{
    // What is said without judging weighs as much as one faint word.
    private const double NeutralMass = 1.2;

    public static Scores Of(double positive, double negative)
    {
        var (p, n) = (Math.Pow(positive, 1.5), Math.Pow(negative, 1.5));
        var all = p + n + NeutralMass;
        return new Scores(p / all, NeutralMass / all, n / all).Rounded();
    }

    public static Scores Mean(IReadOnlyList<(Scores Scores, double Weight)> parts)
    {
        var all = parts.Sum(p => p.Weight);
        return all == 0
            ? new(0, 1, 0)
            : new Scores(
                parts.Sum(p => p.Scores.Positive * p.Weight) / all,
                parts.Sum(p => p.Scores.Neutral * p.Weight) / all,
                parts.Sum(p => p.Scores.Negative * p.Weight) / all).Rounded();
    }

    /// <summary>A sentence is what it is most; the service knows no mixed sentences.</summary>
    public string Label => Positive > Neutral && Positive > Negative ? "positive"
        : Negative > Neutral && Negative >= Positive ? "negative"
        : "neutral";

    /// <summary>Both sides carry weight.</summary>
    public bool IsTorn => Math.Min(Positive, Negative) >= 0.25;

    /// <summary>In the shape of the service.</summary>
    public object Shown() => new { positive = Positive, neutral = Neutral, negative = Negative };

    private Scores Rounded()
    {
        var (positive, negative) = (Math.Round(Positive, 2), Math.Round(Negative, 2));
        return new(positive, Math.Round(Math.Max(0, 1 - positive - negative), 2), negative);
    }
}
