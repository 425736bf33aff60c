namespace CxFunctions.Rollups;

/// <summary>A score with what it rests on. NPS: -100 to 100. CSAT and CES: percent, 0 to 100. Never rounded here.</summary>
/// <param name="N">Answers; at least 1.</param>
/// <param name="Score">The score of these answers.</param>
/// <param name="Low">Lower end of the 95 % interval, at most the score.</param>
/// <param name="High">Upper end of the 95 % interval, at least the score.</param>
public sealed record MetricScore(int N, double Score, double Low, double High);
