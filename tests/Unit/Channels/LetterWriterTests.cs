using CxFunctions.Catalog;
using CxFunctions.Channels.Email;
using CxFunctions.Messages;
using CxFunctions.Tests.Unit.Pages;

namespace CxFunctions.Tests.Unit.Channels;

public sealed class LetterWriterTests
{
    private static readonly Brand Brand = new() { Name = "Banco <Andino>", Color = "#0b5cad", PrivacyUrl = new("https://bank.example/privacy") };
    private static readonly LetterWriter Writer = new(WorkerServices.Renderer);

    [Theory]
    [InlineData(QuestionKind.Nps, 0, 10)]
    [InlineData(QuestionKind.Csat, 1, 5)]
    [InlineData(QuestionKind.Ces, 1, 7)]
    public async Task Every_score_is_one_click_away_and_only_an_intent(QuestionKind kind, int min, int max)
    {
        var letter = await Writer.SurveyAsync(Survey(kind, "es"));
        for (var score = min; score <= max; score++)
        {
            Assert.Contains($"href=\"https://cx.example/s/TOKEN?score={score}\"", letter.Html);
        }
        Assert.DoesNotContain($"score={max + 1}\"", letter.Html);
        Assert.DoesNotContain("<form", letter.Html);
    }

    [Theory]
    [InlineData("es", "No quiero más encuestas")]
    [InlineData("en", "Stop sending me surveys")]
    [InlineData("pt", "Não quero mais pesquisas")]
    public async Task The_way_out_is_in_both_parts_and_in_the_headers(string locale, string words)
    {
        var letter = await Writer.SurveyAsync(Survey(QuestionKind.Nps, locale));
        Assert.Contains(words, System.Net.WebUtility.HtmlDecode(letter.Html));
        Assert.Contains("https://cx.example/s/TOKEN/stop", letter.Html);
        Assert.Contains(words + ": https://cx.example/s/TOKEN/stop", letter.PlainText);
        Assert.Equal("<https://cx.example/s/TOKEN/stop>", letter.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", letter.Headers["List-Unsubscribe-Post"]);
        Assert.Contains($"lang=\"{locale}\"", letter.Html);
    }

    [Fact]
    public async Task What_comes_from_outside_is_encoded()
    {
        var letter = await Writer.WordBackAsync(new WordBackEmailModel("en", Brand, "Ana", "We fixed <it> & more"));
        Assert.Contains("We fixed &lt;it&gt; &amp; more", letter.Html);
        Assert.Contains("We fixed <it> & more", letter.PlainText);
        Assert.Equal("Banco <Andino>: about what you told us", letter.Subject);
    }

    [Fact]
    public async Task A_notice_holds_its_lines_and_its_link()
    {
        var notice = new ManagerNotice(1, "n-1", "bank", ["manager"], [Channel.Email], "Detractor at Miraflores", ["Score 2 of 10"], new("https://cx.example/cases/abc"));
        var letter = await Writer.NoticeAsync(notice, Brand);
        Assert.Equal("Detractor at Miraflores", letter.Subject);
        Assert.Contains("Score 2 of 10", letter.Html);
        Assert.Contains("href=\"https://cx.example/cases/abc\"", letter.Html);
        Assert.Contains("https://cx.example/cases/abc", letter.PlainText);
    }

    private static SurveyEmailModel Survey(QuestionKind kind, string locale)
    {
        var text = new LocalizedText { Es = "¿Qué tal?", En = "How was it?", Pt = "Como foi?" };
        var question = new Question { Id = "q", Kind = kind, Text = text, Low = text, High = text };
        return new(locale, Brand, "Subject", "Body", question, "Branch", "https://cx.example/s/TOKEN");
    }
}
