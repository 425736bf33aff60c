using CxFunctions.Sandbox.Language;

namespace CxFunctions.Tests.Unit.Sandbox.Language;

public sealed class DetectionAndPhrasesTests
{
    [Theory]
    [InlineData("es", "La cajera fue muy amable")]
    [InlineData("es", "no contestan el telefono")]
    [InlineData("es", "pésimo servicio")]
    [InlineData("es", "Gracias por todo")]
    [InlineData("en", "The teller was kind")]
    [InlineData("en", "slow service")]
    [InlineData("en", "thanks a lot")]
    [InlineData("pt", "O atendimento foi muito bom")]
    [InlineData("pt", "nao gostei do atendimento")]
    [InlineData("pt", "fila demorada")]
    [InlineData("pt", "Obrigada pela atenção")]
    [InlineData("(Unknown)", "12345 !!!")]
    [InlineData("(Unknown)", "👍👍")]
    [InlineData("(Unknown)", "спасибо большое")]
    public void Languages_are_told_apart(string expected, string text)
    {
        var detected = LanguageDetector.Detect(text);
        Assert.Equal(expected, detected.Iso6391Name);
        Assert.InRange(detected.ConfidenceScore, expected == "(Unknown)" ? 0 : 0.5, expected == "(Unknown)" ? 0 : 1);
    }

    [Theory]
    [InlineData("en", "good food, bad service", "food|service")]
    [InlineData("es", "La cajera fue muy amable y la app móvil funciona bien", "app móvil|cajera")]
    [InlineData("pt", "Cobraram a tarifa de manutenção da conta duas vezes", "tarifa|manutenção|conta")]
    public void Key_phrases_say_what_is_spoken_of(string language, string text, string expected)
    {
        var phrases = KeyPhraseExtractor.Extract(LanguagePack.For(language)!, text);
        Assert.All(expected.Split('|'), phrase => Assert.Contains(phrase, phrases));
        Assert.All(phrases, phrase => Assert.Contains(phrase, text));
    }
}
