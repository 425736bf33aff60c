using CxFunctions.CrmSimulator.Respondents;

namespace CxFunctions.Bench.Survey;

/// <summary>Somebody who has bought something, and what becomes of it.</summary>
/// <param name="Number">Counts up through the whole run.</param>
internal sealed record Customer(int Number)
{
    private readonly TaskCompletionSource<SandboxMessage> _invited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Phone => $"+519870{Number:00000}";

    public string Transaction => $"T-{Number:00000}";

    /// <summary>When the webhook was sent off.</summary>
    public DateTimeOffset PostedAt { get; set; }

    /// <summary>The invitation, once it has come.</summary>
    public Task<SandboxMessage> Invited => _invited.Task;

    public void Take(SandboxMessage message) => _invited.TrySetResult(message);
}
