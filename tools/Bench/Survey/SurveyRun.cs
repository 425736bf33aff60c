using CxFunctions.Bench.Measuring;

namespace CxFunctions.Bench.Survey;

/// <param name="Surveys">In each phase.</param>
/// <param name="Rate">Webhooks, and later answers, a second in the paced phases.</param>
/// <param name="Expired">Whether surveys that nobody answers are measured, too.</param>
/// <param name="ChildWorker">Whether the app runs in a process of its own, as in Azure.</param>
/// <param name="AppFolder">A published app to measure; null: that of this build.</param>
internal sealed record SurveyPlan(int Surveys, double Rate, bool Expired, bool ChildWorker, string? AppFolder);

/// <summary>The phases of one run, each until all is quiet again.</summary>
internal sealed class SurveyRun(SurveyLoad load, Meter meter, SurveyPlan plan)
{
    private const int WarmUp = 20;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan IdleStretch = TimeSpan.FromSeconds(20);

    /// <exception cref="InvalidOperationException">Not even the warm-up came to its end.</exception>
    public async Task<SurveyFindings> RunAsync(CancellationToken cancellation)
    {
        var idle = await WarmUpAsync(cancellation);
        var (toInvitation, toRollup) = (new Latencies(), new Latencies());
        IReadOnlyList<Customer> customers = [];
        var inviting = await MeasureAsync("inviting", idle, async () => customers = await load.AskAsync(plan.Surveys, plan.Rate, toInvitation, cancellation), cancellation);
        var answering = await MeasureAsync("answering", idle, () => load.AnswerAsync(customers, plan.Rate, toRollup, cancellation), cancellation);
        var took = TimeSpan.Zero;
        var burst = await MeasureAsync("burst", idle, async () => took = await load.BurstAsync(plan.Surveys, cancellation), cancellation);
        var expired = plan.Expired ? await MeasureAsync("expired", idle, () => load.LetExpireAsync(plan.Surveys, plan.Rate, cancellation), cancellation) : null;
        return new()
        {
            Idle = idle,
            Inviting = inviting,
            Answering = answering,
            Burst = burst,
            BurstTook = took,
            Expired = expired,
            ToInvitation = toInvitation,
            ToRollup = toRollup,
            Errors = load.Errors,
        };
    }

    private async Task<Usage> WarmUpAsync(CancellationToken cancellation)
    {
        Console.Error.WriteLine($"warming up with {WarmUp} surveys");
        await load.AnswerAsync(await load.AskAsync(WarmUp, null, null, cancellation), null, null, cancellation);
        if (load.Errors > 0)
        {
            throw new InvalidOperationException($"{load.Errors} of {WarmUp} surveys failed in the warm-up.");
        }
        // Polls grow rare with time.
        await Task.Delay(Rest, cancellation);
        Console.Error.WriteLine("idle");
        return await meter.ReadAsync(IdleStretch, cancellation);
    }

    private async Task<Phase> MeasureAsync(string name, Usage idle, Func<Task> work, CancellationToken cancellation)
    {
        Console.Error.WriteLine(name);
        var before = await meter.ReadAsync(cancellation);
        await work();
        await meter.SettleAsync(idle, cancellation);
        return new(name, plan.Surveys, (await meter.ReadAsync(cancellation)).Since(before).Less(idle));
    }
}
