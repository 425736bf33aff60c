using CxFunctions.Foundation.Pages;

namespace CxFunctions.Tests.Unit.Foundation;

public sealed class BrandTonesTests
{
    [Theory]
    [InlineData("#0b5cad")]
    [InlineData("#000000")]
    [InlineData("#b3261e")]
    [InlineData("#116149")]
    public void Any_brand_can_be_read_on_dark_paper(string color) =>
        Assert.True(BrandTones.Contrast(BrandTones.OnDark(color), "#1b1f25") >= 4.5);

    [Fact]
    public void Contrast_is_that_of_WCAG()
    {
        Assert.Equal(21, BrandTones.Contrast("#000000", "#ffffff"), 3);
        Assert.Equal(1, BrandTones.Contrast("#777777", "#777777"), 3);
        Assert.Equal(4.54, BrandTones.Contrast("#767676", "#ffffff"), 2);
    }
}
