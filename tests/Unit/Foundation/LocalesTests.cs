using CxFunctions.Foundation;

namespace CxFunctions.Tests.Unit.Foundation;

public class LocalesTests
{
    [Theory]
    [InlineData("es-PE", "es")]
    [InlineData("PT_br", "pt")]
    [InlineData("en-u-ms-metric", "en")]
    [InlineData("spa", "es")]
    [InlineData("por-BR", "pt")]
    [InlineData("eng", "en")]
    [InlineData("fr-FR", "es")]
    [InlineData("x-foo", "es")]
    [InlineData("i-klingon", "es")]
    [InlineData(null, "es")]
    public void A_respondent_reads_their_own_language_where_it_is_spoken_and_the_programs_where_not(string? locale, string language) =>
        Assert.Equal(language, Locales.Choose(locale, "es"));
}
