using CxFunctions.Catalog;
using CxFunctions.Contacts;
using CxFunctions.Invitations;
using CxFunctions.Responses;

namespace CxFunctions.Tests.Unit.Responses;

/// <summary>A survey of one score and two texts, of which one is required.</summary>
internal static class Surveys
{
    public static readonly DateTimeOffset Occurred = new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);

    public static readonly Questionnaire Questionnaire = new()
    {
        Id = "nps",
        Questions =
        [
            new() { Id = "recommend", Kind = QuestionKind.Nps, Text = Text("¿Nos recomienda?"), Low = Text("No"), High = Text("Sí") },
            new() { Id = "why", Kind = QuestionKind.Verbatim, Text = Text("¿Por qué?"), MaxLength = 20 },
            new() { Id = "effort", Kind = QuestionKind.Ces, Text = Text("¿Fácil?"), Low = Text("No"), High = Text("Sí"), Required = false },
        ],
        Thanks = Text("Gracias"),
    };

    public static readonly SurveyProgram Program = new()
    {
        Id = "bank",
        Version = "1",
        Brand = new() { Name = "Banco", Color = "#0b5cad" },
        DefaultLocale = "es",
        DefaultTimeZone = "America/Lima",
        Questionnaires = [Questionnaire],
        Touchpoints =
        [
            new()
            {
                Id = "branch",
                Name = Text("Agencia"),
                Questionnaire = "nps",
                Channels = [Channel.Sms],
                Invitation = new() { Sms = Text("{link}"), EmailSubject = Text("s"), EmailBody = Text("b"), ReminderSms = Text("{link}"), ReminderSubject = Text("s") },
            },
        ],
    };

    public static SurveyInvitation Invitation { get; } = new()
    {
        Token = "token",
        JourneyId = "journey-1",
        Program = "bank",
        Touchpoint = "branch",
        ContactId = "C-1",
        Source = "standard",
        TransactionId = "T-1",
        OccurredAt = Occurred,
        Channel = Channel.Sms,
        Locale = "es",
        ExpiresAt = Occurred.AddHours(48),
        ClosesAt = Occurred.AddHours(48.5),
    };

    public static SurveyVisit Visit(StoredResponse? stored = null) => new(SurveyState.Open, Invitation, Program, stored);

    public static Submission Said(int? score = null, string? why = null)
    {
        var scores = score is { } s ? new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = s } : [];
        var verbatims = why is null ? new Dictionary<string, string>() : new() { ["why"] = why };
        return new(scores, verbatims);
    }

    private static LocalizedText Text(string text) => new() { Es = text, En = text, Pt = text };
}
