using CxFunctions.Journeys.Ledger;
using static CxFunctions.Tests.Unit.Journeys.Samples;

namespace CxFunctions.Tests.Unit.Journeys;

public class LedgerKeysTests
{
    [Fact]
    public void A_transaction_is_listed_when_it_happened() => Assert.Equal(Noon, (Waiting with { ReceivedAt = Noon.AddHours(3) }).ListedAt);

    [Theory]
    [InlineData(LedgerReason.InFuture, 24 * 365)]
    [InlineData(LedgerReason.Refused, -24 * 365)]
    [InlineData(LedgerReason.Refused, 24 * 365)]
    public void What_is_dated_in_the_future_or_was_refused_is_listed_when_it_came(LedgerReason reason, int hours) =>
        Assert.Equal(Noon, (Waiting with { Reason = reason, OccurredAt = Noon.AddHours(hours) }).ListedAt);

    [Fact]
    public void What_names_no_program_of_its_time_stands_beside_the_programs_for_good()
    {
        var unknown = Waiting with { ProgramVersion = "", Program = "nowhere" };

        Assert.StartsWith("~|2026112317|", LedgerKeys.HourPartition(unknown), StringComparison.Ordinal);
        Assert.StartsWith("retail|2026112317|", LedgerKeys.HourPartition(Waiting with { Reason = LedgerReason.UnknownProgram }), StringComparison.Ordinal); // taken away since
    }
}
