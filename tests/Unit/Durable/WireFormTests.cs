using System.Reflection;
using System.Text.Json;
using CxFunctions.Alerts;
using CxFunctions.Cases;
using CxFunctions.Foundation;
using CxFunctions.Journeys.Orchestration;
using CxFunctions.Messages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CxFunctions.Tests.Unit.Durable;

/// <summary>
/// What orchestrations keep for days and hand on: written as the worker writes it. A form that changes here is one that a release can't read which
/// still has instances of the one before: add members with a default, rename and drop none.
/// </summary>
public class WireFormTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<object, string> Forms = new()
    {
        [new SurveyJourneyInput("journey-1", At, At.AddHours(47))] =
            """{"journeyId":"journey-1","inviteAt":"2026-11-23T15:00:00+00:00","expiresAt":"2026-11-25T14:00:00+00:00","generation":0}""",
        [new JourneyLook("journey-1", At)] = """{"journeyId":"journey-1","dueAt":"2026-11-23T15:00:00+00:00"}""",
        [new JourneyNext(NextStep.Invite, At)] = """{"step":"invite","at":"2026-11-23T15:00:00+00:00"}""",
        [new JourneyNext(NextStep.Remind, At)] = """{"step":"remind","at":"2026-11-23T15:00:00+00:00"}""",
        [new JourneyNext(NextStep.Close, At)] = """{"step":"close","at":"2026-11-23T15:00:00+00:00"}""",
        [JourneyNext.Over(JourneyEnd.PartlyAnswered)] = """{"step":"over","at":"0001-01-01T00:00:00+00:00","end":"partlyAnswered"}""",
        [new JourneyFailure("journey-1", 1, "InviteContact: System.FormatException")] =
            """{"journeyId":"journey-1","generation":1,"reason":"InviteContact: System.FormatException"}""",
        [new JourneyNews(JourneyEnd.Answered)] = """{"end":"answered"}""",
        [new JourneyNews()] = "{}",
        [new CasePlan("case-1", ["regional", "director"])] = """{"caseId":"case-1","escalateTo":["regional","director"]}""",
        [new CaseVisit("case-1", ["regional"], At.UtcDateTime)] = """{"caseId":"case-1","escalateTo":["regional"],"at":"2026-11-23T15:00:00Z"}""",
        [new CaseAgenda(true, null)] = """{"tellCustomer":true}""",
        [new CaseAgenda(false, At.UtcDateTime)] = """{"tellCustomer":false,"lookAgainAt":"2026-11-23T15:00:00Z"}""",
        [new RestingAnswer(new ResponseRef("C-1", At.AddHours(-1), "journey-1"), 2, At)] =
            """{"ref":{"contactId":"C-1","occurredAt":"2026-11-23T14:00:00+00:00","journeyId":"journey-1"},"revision":2,"until":"2026-11-23T15:00:00+00:00"}""",
        [JourneyEnd.StoppedBeforeInvitation] = "\"stoppedBeforeInvitation\"",
    };

    [Fact]
    public void Each_is_written_as_it_always_was_and_read_back() => Assert.All(Forms, form =>
    {
        Assert.Equal(form.Value, JsonSerializer.Serialize(form.Key, form.Key.GetType(), CxJson.Lenient));
        Assert.Equivalent(form.Key, JsonSerializer.Deserialize(form.Value, form.Key.GetType(), CxJson.Lenient), strict: true);
    });

    [Fact]
    public void Members_that_a_later_release_adds_are_no_error() => Assert.All(Forms.Where(f => f.Value.StartsWith('{')), form =>
    {
        var newer = form.Value[..^1] + (form.Value == "{}" ? "" : ",") + "\"added\":{\"later\":[1]}}";
        Assert.Equivalent(form.Key, JsonSerializer.Deserialize(newer, form.Key.GetType(), CxJson.Lenient), strict: true);
    });

    [Fact]
    public void Members_that_an_earlier_release_did_not_know_have_a_default() => Assert.Equal(
        new SurveyJourneyInput("journey-1", At, At),
        JsonSerializer.Deserialize<SurveyJourneyInput>("""{"journeyId":"journey-1","inviteAt":"2026-11-23T15:00:00Z","expiresAt":"2026-11-23T15:00:00Z"}""", CxJson.Lenient));

    [Fact]
    public void Every_word_of_their_enums_is_written_by_name() => Assert.All(
        Enum.GetValues<JourneyEnd>().Cast<object>().Concat(Enum.GetValues<NextStep>().Cast<object>()),
        word => Assert.Equal($"\"{JsonNamingPolicy.CamelCase.ConvertName(word.ToString()!)}\"", JsonSerializer.Serialize(word, word.GetType(), CxJson.Lenient)));

    [Fact]
    public void No_input_or_outcome_is_missing_here() => Assert.Empty(Kept().Except(Forms.Keys.Select(f => f.GetType())));

    [Fact]
    public void None_has_a_place_for_a_token_words_or_an_address()
    {
        string[] never = ["token", "text", "address", "verbatim", "phone", "email", "name", "link", "words"];
        var members = Kept().Append(typeof(JourneyNews)).SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => $"{t.Name}.{p.Name}"));
        Assert.True(Kept().Count >= 8);
        Assert.DoesNotContain(members, m => never.Any(word => m.Split('.')[1].Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>What orchestrations and activities are given and give back, in every slice.</summary>
    private static HashSet<Type> Kept()
    {
        // An orchestrator may also ask its context for its input.
        var kept = new HashSet<Type> { typeof(SurveyJourneyInput) };
        foreach (var method in typeof(SurveyJourney).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Where(m => m.IsDefined(typeof(FunctionAttribute))))
        {
            var parameters = method.GetParameters();
            if (Array.Exists(parameters, p => p.IsDefined(typeof(ActivityTriggerAttribute)) || p.IsDefined(typeof(OrchestrationTriggerAttribute))))
            {
                kept.UnionWith(parameters.Select(p => p.ParameterType).Where(t => t != typeof(TaskOrchestrationContext) && t != typeof(CancellationToken)));
                kept.UnionWith(method.ReturnType.GenericTypeArguments);
            }
        }
        return kept;
    }
}
