namespace CxFunctions.Bench.Kills;

/// <summary>What came of it.</summary>
/// <param name="Kills">How often.</param>
/// <param name="Accepted">Transactions answered 202.</param>
/// <param name="Lost">Of those, the ones that did not come to "answered" in the ledger.</param>
/// <param name="AskedTwice">Customers with more than one invitation.</param>
/// <param name="P50S">Seconds from the acceptance to the invitation, in the middle.</param>
/// <param name="StoodStill">Invitations that took over half a minute: what they needed was in a killed host's hand.</param>
/// <param name="LongestS">The longest, in seconds.</param>
internal sealed record KillsFindings(int Kills, int Accepted, int Lost, int AskedTwice, double P50S, int StoodStill, double LongestS)
{
    public string Bench => "kills";
}
