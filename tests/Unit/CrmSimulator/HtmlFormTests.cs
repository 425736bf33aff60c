using CxFunctions.CrmSimulator.Respondents;

namespace CxFunctions.Tests.Unit.CrmSimulator;

public sealed class HtmlFormTests
{
    private const string Page = """
        <form id="survey" method="post" action="/s/abc?a=1&amp;b=2">
          <input type="hidden" name="lang" value="es" />
          <label><input type="radio" id="a-recommend-0" name="a-recommend" value="0" /></label>
          <label><input type="radio" name="a-recommend" value="10"/></label>
          <textarea id="a-why" name="a-why" rows="4"></textarea>
          <button class="go" type="submit">Send &gt;</button>
        </form>
        """;

    [Fact]
    public void AFormIsReadAsABrowserReadsIt()
    {
        var form = Assert.Single(HtmlForm.AllIn(Page));
        Assert.Equal(("/s/abc?a=1&b=2", "POST"), (form.Action, form.Method));
        Assert.Equal([("lang", "es")], form.Hidden);
        var choice = Assert.Single(form.Choices);
        Assert.Equal("a-recommend", choice.Name);
        Assert.Equal(["0", "10"], choice.Values);
        Assert.Equal("a-why", Assert.Single(form.TextAreas).Name);
    }

    [Fact]
    public void AnOpinionFillsItIn()
    {
        var sheet = AnswerSheet.FillIn(HtmlForm.AllIn(Page)[0], new Opinion(0.5, "así así"));
        Assert.Equal(5, sheet.Scores["nps"]);
        Assert.Equal([new("lang", "es"), new("a-recommend", "5"), new("a-why", "así así")], sheet.Fields);
    }

    [Fact]
    public void AScaleThatIsNoneOfOursIsToldRatherThanGuessed() => Assert.Throws<FormatException>(() =>
        AnswerSheet.FillIn(HtmlForm.AllIn("<form method=post><input type=radio name=q value=1><input type=radio name=q value=3></form>")[0], new Opinion(0, null)));
}
