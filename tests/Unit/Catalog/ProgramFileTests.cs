using System.Text.Json.Nodes;
using CxFunctions.Catalog;

namespace CxFunctions.Tests.Unit.Catalog;

public class ProgramFileTests
{
    private static readonly string Programs = Path.Combine(AppContext.BaseDirectory, "Catalog/Programs");

    [Theory]
    [InlineData("bank")]
    [InlineData("retail")]
    public void The_sample_programs_are_valid(string id)
    {
        var program = ProgramFile.Load(Path.Combine(Programs, id + ".json"));

        Assert.Equal(id, program.Id);
        Assert.Equal(3, program.Touchpoints.Count);
        Assert.Equal(new TimeOnly(9, 0), program.WakingHours.From);
    }

    public static TheoryData<string, string, string> Breaches() => new()
    {
        { "/expiresAfter", "\"PT49H\"", "$.expiresAfter: must lie between PT1H and PT48H" },
        { "/expiresAfter", "\"PT59M\"", "$.expiresAfter: must lie between PT1H and PT48H" },
        { "/expiresAfter", "\"two days\"", "$.expiresAfter: 'two days' is not an ISO 8601 duration" },
        { "/defaultLocale", "\"fr\"", "$.defaultLocale: 'fr' is none of es, en, pt" },
        { "/defaultTimeZone", "\"Mars/Olympus\"", "$.defaultTimeZone: 'Mars/Olympus' is not an IANA time zone" },
        { "/defaultRegion", "\"Peru\"", "$.defaultRegion: 'Peru' is not the code of a country or territory, for instance PE" },
        { "/brand/color", "\"#ffd400\"", "$.brand.color: '#ffd400' must be #rrggbb with a contrast" },
        { "/wakingHours/to", "\"08:00:00\"", "$.wakingHours: from must be earlier than to" },
        { "/wakingHours/spread", "\"PT5H\"", "$.wakingHours.spread: must be from 0 to 4 hours, and no longer than the waking hours are" },
        { "/wakingHours/spread", "\"-PT1M\"", "$.wakingHours.spread: must be from 0 to 4 hours, and no longer than the waking hours are" },
        { "/dimensions", "[\"a\",\"b\",\"c\",\"d\"]", "$.dimensions: at most 3" },
        { "/touchpoints/0/questionnaire", "\"nowhere\"", "$.touchpoints[0].questionnaire: 'nowhere' is not among the program's questionnaires" },
        { "/touchpoints/1/id", "\"call-center\"", "$.touchpoints: 'call-center' stands there more than once" },
        { "/touchpoints/0/channels", "[]", "$.touchpoints[0].channels: name at least one channel" },
        { "/touchpoints/0/channels", "[\"pigeon\"]", "$.touchpoints[0].channels[0]" },
        { "/touchpoints/0/sampling", "1.5", "$.touchpoints[0].sampling: must lie between 0 and 1" },
        { "/touchpoints/0/reminderAfter", "\"PT48H\"", "$.touchpoints[0].reminderAfter: must be positive and, after the delay, end before" },
        { "/touchpoints/0/invitation/sms/pt", "\"oi\"", "$.touchpoints[0].invitation.sms.pt: must hold {link}" },
        { "/touchpoints/0/colour", "\"red\"", "$.touchpoints[0].colour" },
        { "/questionnaires/0/questions/0/kind", "\"verbatim\"", "$.questionnaires[0].questions[0]: the first question must be a score" },
        { "/questionnaires/0/questions/0/low", "null", "$.questionnaires[0].questions[0]: a score needs low and high" },
        { "/alerts/0/recipients", "[\"nobody\"]", "$.alerts[0].recipients: 'nobody' is not among the program's recipients" },
        { "/alerts/0/response/atMost", "11", "$.alerts[0].response: metric must be nps, csat or ces, and atMost a value of its scale" },
        { "/alerts/2/drop/minAnswers", "2", "$.alerts[2].drop" },
        { "/recipients/manager/timeZone", "\"Lima\"", "$.recipients.manager.timeZone: 'Lima' is not an IANA time zone" },
        { "/recipients/manager/workingHours", """{"days":[]}""", "$.recipients.manager.workingHours.days: name at least one day, and each once" },
        { "/recipients/manager/workingHours", """{"days":["monday","monday"]}""", "$.recipients.manager.workingHours.days: name at least one day, and each once" },
        { "/recipients/manager/workingHours", """{"days":["moonday"]}""", "$.recipients.manager.workingHours.days[0]" },
        { "/recipients/manager/workingHours", """{"from":"18:00:00","to":"09:00:00"}""", "$.recipients.manager.workingHours: from must be earlier than to" },
        { "/recipients/manager/workingHours", """{"holidays":["Christmas"]}""", "$.recipients.manager.workingHours.holidays[0]" },
        { "/alerts/0/throttle", "\"-PT1M\"", "$.alerts[0].throttle: must lie between PT0S and P7D" },
        { "/alerts/0/case/acknowledgeWithin", "\"PT0S\"", "$.alerts[0].case: acknowledgeWithin and resolveWithin must lie between PT1M and P90D" },
        { "/caseLinks", """{"expiresAfter":"P366D"}""", "$.caseLinks: expiresAfter and contactShownFor must lie between PT0S and P365D" },
        { "/id", "\"Bank!\"", "$.id: 'Bank!' must be 1 to 40 lower-case letters" },
    };

    [Theory]
    [MemberData(nameof(Breaches))]
    public void A_wrong_program_is_refused_with_file_path_and_reason(string pointer, string json, string told)
    {
        var program = JsonNode.Parse(File.ReadAllText(Path.Combine(Programs, "bank.json")))!;
        Set(program, pointer, JsonNode.Parse(json));
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, program.ToJsonString());

            var refusal = Assert.Throws<ProgramException>(() => ProgramFile.Load(file));

            Assert.StartsWith(file, refusal.Message, StringComparison.Ordinal);
            Assert.Contains(told, refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(59, false)]
    public void A_trial_may_die_after_a_minute(int seconds, bool isRight)
    {
        var trial = ProgramFile.Load(Path.Combine(Programs, "bank.json")) with { Trial = true, ExpiresAfter = TimeSpan.FromSeconds(seconds) };

        Assert.Equal(isRight, ProgramRules.Check(trial).All(error => error.Path != "$.expiresAfter"));
    }

    private static void Set(JsonNode root, string pointer, JsonNode? value)
    {
        var parts = pointer.Split('/')[1..];
        var node = parts[..^1].Aggregate(root, (at, part) => int.TryParse(part, out var i) ? at[i]! : at[part]!);
        if (int.TryParse(parts[^1], out var index))
        {
            node[index] = value;
        }
        else
        {
            node[parts[^1]] = value;
        }
    }
}
