namespace CxFunctions.Sandbox.Faults;

/// <summary>The faults in force, and the seeded chance that deals them out: one draw a request.</summary>
internal sealed class FaultBook(SandboxOptions options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ServiceFaults> _faults = Services.All.ToDictionary(s => s, s => new ServiceFaults { Service = s });
    private readonly Dictionary<string, Random> _chance = Services.All.ToDictionary(s => s, _ => new Random(options.Seed));

    public IReadOnlyList<ServiceFaults> All
    {
        get
        {
            lock (_lock)
            {
                return [.. Services.All.Select(s => _faults[s])];
            }
        }
    }

    public void Set(ServiceFaults faults)
    {
        lock (_lock)
        {
            _faults[faults.Service] = faults;
            if (faults.Seed is { } seed)
            {
                _chance[faults.Service] = new Random(seed);
            }
        }
    }

    public Fault Draw(string service)
    {
        lock (_lock)
        {
            var faults = _faults[service];
            var draw = _chance[service].NextDouble();
            return new(KindOf(faults, draw), TimeSpan.FromMilliseconds(faults.LatencyMs), faults.RetryAfterSeconds, faults.Refuse);
        }
    }

    /// <summary>Whether the network of the recipient refuses the message.</summary>
    public bool IsUndeliverable(string service, string recipient)
    {
        lock (_lock)
        {
            return _faults[service].Undeliverable.Contains(recipient, StringComparer.OrdinalIgnoreCase);
        }
    }

    private static FaultKind KindOf(ServiceFaults faults, double draw)
    {
        if (faults.Refuse is not null)
        {
            return FaultKind.Refuse;
        }

        if (draw < faults.Rate429)
        {
            return FaultKind.Throttle;
        }

        draw -= faults.Rate429;
        if (draw < faults.Rate500)
        {
            return FaultKind.Error;
        }

        draw -= faults.Rate500;

        // A connection breaks as often after the work was done as before it; the sender can't tell which.
        return draw < faults.Drop / 2 ? FaultKind.DropBeforeWork
            : draw < faults.Drop ? FaultKind.DropAfterWork
            : FaultKind.None;
    }
}
