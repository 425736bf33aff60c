using System.Collections.Concurrent;
using System.Net;
using CxFunctions.CrmSimulator.Sending;
using CxFunctions.LocalHost.Demo.Plan;

namespace CxFunctions.LocalHost.Demo.Players;

/// <summary>Delivers what is due; anything but 202 stays due, as CRMs send again what was not taken.</summary>
internal sealed class CrmPlayer
{
    private readonly DemoWorld _world;
    private readonly DemoPlan _plan;
    private readonly DemoJournal _journal;
    private readonly Dictionary<string, (ICrm Crm, WebhookClient Client)> _sources;
    private readonly ConcurrentDictionary<string, byte> _done;

    public CrmPlayer(DemoWorld world, DemoPlan plan, DemoJournal journal, HttpClient http)
    {
        (_world, _plan, _journal) = (world, plan, journal);
        _sources = Crms(world).ToDictionary(crm => crm.Source, crm => (crm, new WebhookClient(http, world.Host, crm, world.Clock, world.Speed)));
        _done = new(journal.Events.OfType<Delivered>().Select(d => KeyValuePair.Create(d.Key, default(byte))));
    }

    public int Delivered => _done.Count;

    public bool IsDone => _done.Count == _plan.Deliveries.Count;

    public static IReadOnlyList<ICrm> Crms(DemoWorld world) =>
        [new StandardCrm(world.StandardSecret), new HubSpotCrm(world.HubSpotSecret, new Uri(world.Host, "api/webhooks/hubspot").ToString())];

    public Task PlayAsync(CancellationToken cancellationToken) => Player.PlayAsync(
        _ =>
        {
            var now = _world.Clock.GetUtcNow();
            return Task.FromResult<IReadOnlyList<Func<CancellationToken, Task>>>(
                [.. _plan.Deliveries.TakeWhile(d => d.At <= now).Where(d => !_done.ContainsKey(d.Key))
                    .Select<PlannedDelivery, Func<CancellationToken, Task>>(delivery => cancellation => DeliverAsync(delivery, cancellation))]);
        },
        cancellationToken);

    private async Task DeliverAsync(PlannedDelivery delivery, CancellationToken cancellationToken)
    {
        if (await _sources[delivery.Source].Client.PostAsync("msg_" + delivery.Key, [delivery.Transaction], cancellationToken) == HttpStatusCode.Accepted)
        {
            _journal.Add(new Delivered(delivery.Key, _world.Clock.GetUtcNow()));
            _done[delivery.Key] = default;
        }
    }
}
