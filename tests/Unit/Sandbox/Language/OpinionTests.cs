using CxFunctions.Sandbox.Language;
using CxFunctions.Sandbox.Language.Sentiment;
using CxFunctions.Sandbox.Language.Text;

namespace CxFunctions.Tests.Unit.Sandbox.Language;

public sealed class OpinionTests
{
    [Theory]
    [InlineData("en", "good food, bad service", "food: good; service: bad")]
    [InlineData("en", "The app is nice and fast", "app: nice, fast")]
    [InlineData("en", "The cashier was not helpful", "cashier: helpful (denied)")]
    [InlineData("es", "La cajera fue amable pero la espera fue eterna", "cajera: amable; espera: eterna")]
    [InlineData("es", "Excelente atención", "atención: Excelente")]
    [InlineData("es", "Mucha cola y solo dos cajas abiertas", "")]
    [InlineData("pt", "O produto é ótimo, mas a entrega foi horrível", "produto: ótimo; entrega: horrível")]
    public void Assessments_belong_to_what_they_judge(string language, string text, string expected)
    {
        var pack = LanguagePack.For(language)!;
        var sentence = SentenceSentiment.Judge(pack, text, SentenceSplitter.Split(text).Single());
        var opinions = OpinionMiner.Mine(pack, sentence).Select(o =>
            $"{sentence.Tokens[o.Token].Text}: {string.Join(", ", o.Assessments.Select(a => Shown(sentence, sentence.Assessments[a])))}");
        Assert.Equal(expected, string.Join("; ", opinions));
    }

    private static string Shown(SentenceSentiment sentence, Assessment assessment) =>
        sentence.Tokens[assessment.First].Text + (assessment.IsNegated ? " (denied)" : "");
}
