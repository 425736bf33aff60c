namespace CxFunctions.Rollups;

/// <summary>
/// Scores from counts, by their published definitions, each with a two-sided 95 % confidence interval. A score without
/// answers does not exist (null); it is not 0.
/// </summary>
public static class RollupStatistics
{
    /// <summary>The 0.975 quantile of the standard normal distribution.</summary>
    internal const double Z = 1.959963984540054;

    /// <summary>
    /// Net Promoter Score: percentage of promoters (9, 10) minus percentage of detractors (0 to 6); passives (7, 8) only count
    /// in n. Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003.
    /// <para>
    /// Interval: the variance of a difference of two shares of one trinomial sample, (p + d - (p - d)²) / n, taken at counts
    /// with three answers added, 3/4 promoter, 3/2 passive, 3/4 detractor (the "adjusted Wald" interval that holds its 95 % in
    /// small samples where the plain one collapses to a point): B. Rocks, "Interval Estimation for the Net Promoter Score",
    /// The American Statistician 70 (2016), 365-372. Cut to the scale, and stretched to the score itself where all agree.
    /// </para>
    /// </summary>
    public static MetricScore? Nps(int promoters, int passives, int detractors)
    {
        NotNegative(promoters, passives, detractors);
        var n = promoters + passives + detractors;
        if (n == 0)
        {
            return null;
        }
        var score = (promoters - detractors) / (double)n;
        var added = n + 3.0;
        var p = (promoters + 0.75) / added;
        var d = (detractors + 0.75) / added;
        var margin = Z * Math.Sqrt((p + d - ((p - d) * (p - d))) / added);
        var low = Math.Max(-1, Math.Min(score, p - d - margin));
        var high = Math.Min(1, Math.Max(score, p - d + margin));
        return new MetricScore(n, 100 * score, 100 * low, 100 * high);
    }

    /// <summary>
    /// A share in percent. CSAT: answers 4 and 5 of 1 to 5 (top two box). CES 2.0: answers 5 to 7 of 1 to 7 (Dixon, Toman,
    /// DeLisi, "The Effortless Experience", 2013). Response rate: answered of invited.
    /// <para>
    /// Interval: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American
    /// Statistical Association 22 (1927), 209-212, without continuity correction.
    /// </para>
    /// </summary>
    /// <param name="hits">0 to <paramref name="n"/>.</param>
    /// <param name="n">Of how many.</param>
    public static MetricScore? Share(int hits, int n)
    {
        NotNegative(hits, n);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, n);
        if (n == 0)
        {
            return null;
        }
        var share = hits / (double)n;
        var scale = 1 + (Z * Z / n);
        var middle = (share + (Z * Z / (2.0 * n))) / scale;
        var margin = Z * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4.0 * n * n))) / scale;
        // Rounding of the last bit must not push an end past the share or the scale.
        var low = hits == 0 ? 0 : Math.Min(share, middle - margin);
        var high = hits == n ? 1 : Math.Max(share, middle + margin);
        return new MetricScore(n, 100 * share, 100 * low, 100 * high);
    }

    private static void NotNegative(params ReadOnlySpan<int> counts)
    {
        foreach (var count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);
        }
    }
}
