using CxFunctions.LocalHost.Demo.Invariants;

namespace CxFunctions.Tests.Unit.LocalHost.Demo;

/// <summary>Every check holds on a good day, and fails, alone, on a day on which its promise was broken.</summary>
public sealed class InvariantTests
{
    [Fact]
    public void OnAGoodDayEverythingHolds() =>
        Assert.All(AllInvariants.Check(GoodDay.Evidence), invariant => Assert.True(invariant.Holds, $"{invariant.Name}: {invariant.Detail}"));

    public static TheoryData<string, string> Breaches =>
        new(BrokenDays.All.Select(broken => (broken.Invariant, broken.How)));

    [Theory]
    [MemberData(nameof(Breaches))]
    public void ABrokenPromiseIsFoundByItsOwnCheck(string invariant, string how)
    {
        var evidence = BrokenDays.All.Single(b => b.Invariant == invariant && b.How == how).Break(GoodDay.Evidence);
        Assert.Equal([invariant], AllInvariants.Check(evidence).Where(i => !i.Holds).Select(i => i.Name));
    }

    [Fact]
    public void EveryInvariantIsBrokenByAtLeastOneOfTheseDays() =>
        Assert.Empty(AllInvariants.Check(GoodDay.Evidence).Select(i => i.Name).Except(BrokenDays.All.Select(b => b.Invariant)));

    [Fact]
    public void AMaskedTextIsTheGivenOneWithAsterisks()
    {
        Assert.True(AnswerChecks.IsMaskedFormOf("Soy *** y estoy harta", "Soy Ana y estoy harta"));
        Assert.False(AnswerChecks.IsMaskedFormOf("Soy *** y estoy feliz", "Soy Ana y estoy harta"));
        Assert.False(AnswerChecks.IsMaskedFormOf("Soy ***", "Soy Ana y estoy harta"));
    }
}
