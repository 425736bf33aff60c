namespace CxFunctions.CrmSimulator.Respondents;

/// <summary>A message as <c>GET /sandbox/messages</c> tells of it.</summary>
public sealed record SandboxMessage
{
    /// <summary>Counts up from 1; serves as <c>since</c>.</summary>
    public required long Sequence { get; init; }

    /// <summary>sms or email.</summary>
    public required string Kind { get; init; }

    public required string To { get; init; }

    public required DateTimeOffset At { get; init; }

    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Accepted, Delivered, Failed or Bounced.</summary>
    public required string Status { get; init; }

    public bool ToManager { get; init; }

    public string? Subject { get; init; }

    /// <summary>The survey's link; null where the message holds none.</summary>
    public Uri? SurveyLink => Link("s");

    /// <summary>The case's link; null where the message holds none.</summary>
    public Uri? CaseLink => Link("cases");

    /// <summary>The last part of the survey's link.</summary>
    public string? SurveyToken => SurveyLink?.Segments[^1];

    private Uri? Link(string room) => Links
        .Select(link => Uri.TryCreate(link, UriKind.Absolute, out var url) ? new Uri(url.GetLeftPart(UriPartial.Path)) : null)
        .FirstOrDefault(url => url?.Segments is ["/", var first, _] && first == room + "/");
}
