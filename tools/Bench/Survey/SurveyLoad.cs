using CxFunctions.CrmSimulator.Respondents;
using CxFunctions.Messages;

namespace CxFunctions.Bench.Survey;

/// <summary>Has customers asked and lets them answer, from outside, as CRM and telephone do.</summary>
internal sealed class SurveyLoad(HttpClient http, SurveyWorld world)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>From looking at the telephone to opening the link, where answers follow at once.</summary>
    private static readonly TimeSpan Thought = TimeSpan.FromSeconds(1);

    private static readonly Opinion Content = new(0.95, "Friendly staff and a quick checkout.");
    private readonly Crm _crm = new(http, world.App);
    private readonly Telephones _telephones = new(http, world.Sandbox);
    private readonly SurveyVisitor _browser = new(http);
    private readonly RollupWatch _answered = new(world.Storage, world.Catalog, BenchPrograms.Retail, FieldworkStage.Answered);
    private readonly RollupWatch _expired = new(world.Storage, world.Catalog, BenchPrograms.Brief, FieldworkStage.Expired);
    private int _customers;

    /// <summary>Surveys that did not come to their end.</summary>
    public int Errors { get; private set; }

    public Task WatchAsync(CancellationToken cancellation) =>
        Task.WhenAll(_telephones.WatchAsync(cancellation), _answered.WatchAsync(cancellation), _expired.WatchAsync(cancellation));

    /// <summary>Posts webhooks; done when the invitations have come.</summary>
    public async Task<IReadOnlyList<Customer>> AskAsync(int count, double? perSecond, Latencies? toInvitation, CancellationToken cancellation)
    {
        var customers = New(count);
        Errors += await Pace.RunAsync(customers, perSecond, c => InviteAsync(c, toInvitation, cancellation), cancellation);
        return customers;
    }

    /// <summary>Answers; done when the rollups have counted the answers.</summary>
    public async Task AnswerAsync(IReadOnlyList<Customer> customers, double? perSecond, Latencies? toRollup, CancellationToken cancellation)
    {
        Errors += await Pace.RunAsync([.. customers.Where(c => c.Invited.IsCompleted)], perSecond, c => AnswerAsync(c, toRollup, cancellation), cancellation);
        Errors += await _answered.WhenCountedAsync(Patience, cancellation);
    }

    /// <summary>Posts webhooks all at once; each is answered soon after its invitation.</summary>
    /// <returns>From the first webhook to the last counted answer.</returns>
    public async Task<TimeSpan> BurstAsync(int count, CancellationToken cancellation)
    {
        var customers = New(count);
        var began = DateTimeOffset.UtcNow;
        Errors += await Pace.RunAsync(customers, null, async customer =>
        {
            await InviteAsync(customer, null, cancellation);
            await Task.Delay(Thought, cancellation);
            await AnswerAsync(customer, null, cancellation);
        }, cancellation);
        Errors += await _answered.WhenCountedAsync(Patience, cancellation);
        return _answered.LastAt - began;
    }

    /// <summary>Posts transactions that happened so long ago that a customer can just be asked; done when the surveys have expired.</summary>
    public async Task LetExpireAsync(int count, double perSecond, CancellationToken cancellation)
    {
        var (leastTimeToAnswer, slack) = (TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(30));
        Errors += await Pace.RunAsync(New(count), perSecond, async customer =>
        {
            await _crm.PostAsync(customer, BenchPrograms.Brief, BenchPrograms.BriefLife - leastTimeToAnswer - slack, cancellation);
            _expired.Expect(DateTimeOffset.UtcNow, null);
        }, cancellation);
        Errors += await _expired.WhenCountedAsync(leastTimeToAnswer + slack + Patience, cancellation);
    }

    private List<Customer> New(int count)
    {
        var customers = Enumerable.Range(0, count).Select(_ => new Customer(_customers++)).ToList();
        customers.ForEach(_telephones.Add);
        return customers;
    }

    private async Task InviteAsync(Customer customer, Latencies? toInvitation, CancellationToken cancellation)
    {
        await _crm.PostAsync(customer, BenchPrograms.Retail, TimeSpan.Zero, cancellation);
        var invitation = await customer.Invited.WaitAsync(Patience, cancellation);
        toInvitation?.Add(invitation.At - customer.PostedAt);
    }

    private async Task AnswerAsync(Customer customer, Latencies? toRollup, CancellationToken cancellation)
    {
        var link = (await customer.Invited).SurveyLink!;
        var reply = await _browser.DoAsync(ActKind.Answer, link, Content, cancellation);
        if (!reply.Saved)
        {
            throw new HttpRequestException($"An answer was not saved: {(int)reply.Status}.");
        }
        _answered.Expect(DateTimeOffset.UtcNow, toRollup);
    }
}
