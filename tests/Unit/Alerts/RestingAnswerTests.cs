using System.Text.Json;
using CxFunctions.Alerts;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Tests.Unit.Alerts;

public sealed class RestingAnswerTests
{
    private static readonly DateTimeOffset Saved = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_a_resting_answer_leaves_in_the_history_names_it_and_says_nothing_of_it()
    {
        var analyzed = new ResponseAnalyzed(
            1, new ResponseRef("C-1", Saved.AddHours(-2), "journey-1"), 3, "bank", "branch", Channel.Sms, "es", new Dictionary<string, string> { ["branch"] = "Miraflores" },
            new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = 2 }, [new MaskedVerbatim("why", "Me trataron mal", "negative", 0.9)], false, Saved);

        Assert.Equal(
            """{"ref":{"contactId":"C-1","occurredAt":"2026-11-23T08:00:00+00:00","journeyId":"journey-1"},"revision":3,"until":"2026-11-23T10:15:00+00:00"}""",
            JsonSerializer.Serialize(RestingAnswer.Of(analyzed), CxJson.Lenient));
    }
}
