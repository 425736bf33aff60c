using CxFunctions.CrmSimulator.Respondents;

namespace CxFunctions.Tests.Unit.CrmSimulator;

public sealed class SandboxMessageTests
{
    [Theory]
    [InlineData("http://localhost:7071/s/TOKEN", "TOKEN")]
    [InlineData("http://localhost:7071/s/TOKEN?score=9", "TOKEN")]
    [InlineData("http://localhost:7071/s/TOKEN/stop", null)]
    [InlineData("https://bank.example/privacy", null)]
    public void TheSurveyLinkIsToldFromTheOthers(string link, string? token) => Assert.Equal(token, Message(link).SurveyToken);

    [Fact]
    public void TheCaseLinkIsTheManagers() =>
        Assert.Equal("http://localhost:7071/cases/TOKEN", Message("http://localhost:7071/cases/TOKEN").CaseLink?.ToString());

    private static SandboxMessage Message(string link) =>
        new() { Sequence = 1, Kind = "email", To = "a@example.com", At = default, Status = "Delivered", Links = ["https://bank.example/privacy", link] };
}
