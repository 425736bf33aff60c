using CxFunctions.Foundation;

namespace CxFunctions.Tests.Unit.Foundation;

public class TableKeyTests
{
    [Theory]
    [InlineData("C-77", "C-77")]
    [InlineData("a/b#c?d\\e", "a=2Fb=23c=3Fd=5Ce")]
    [InlineData("Ana María", "Ana=20Mar=C3=ADa")]
    [InlineData("x|y=z", "x=7Cy=3Dz")]
    public void What_storage_refuses_is_escaped(string part, string key) => Assert.Equal(key, TableKey.Escape(part));

    [Fact]
    public void Two_different_inputs_never_meet_in_one_key()
    {
        Assert.NotEqual(TableKey.Of("a", "b|c"), TableKey.Of("a|b", "c"));
        Assert.NotEqual(TableKey.Of("a=7C", "b"), TableKey.Of("a|", "b"));
    }

    [Fact]
    public void Newer_sorts_first()
    {
        var old = DateTimeOffset.Parse("2026-01-01T00:00:00Z");
        Assert.True(string.CompareOrdinal(TableKey.NewestFirst(old.AddTicks(1)), TableKey.NewestFirst(old)) < 0);
    }
}
