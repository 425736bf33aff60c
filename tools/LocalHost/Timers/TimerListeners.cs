using CxFunctions.LocalHost.Functions;
using CxFunctions.LocalHost.Jobs;
using CxFunctions.LocalHost.Running;
using CxFunctions.LocalHost.Settings;

namespace CxFunctions.LocalHost.Timers;

/// <summary>The timers of an app: begins them, and ends them gracefully.</summary>
internal sealed class TimerListeners : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _giveUp = new();
    private readonly List<Task> _loops = [];

    private TimerListeners(IReadOnlyList<TimerListener> all) => All = all;

    public IReadOnlyList<TimerListener> All { get; }

    public bool AreQuiet => All.All(timer => timer.IsQuiet);

    /// <exception cref="LocalHostException">A schedule that the Functions host would refuse.</exception>
    public static TimerListeners Prepare(
        IEnumerable<FunctionDescriptor> functions, IConfiguration configuration, JobsHost jobs, TimerStore store, TimeProvider clock,
        ActivityCounter activity, ILogger logger)
    {
        var zone = ZoneOf(configuration);
        return new([.. functions.Where(function => function.Trigger.Type == BindingKinds.Timer).Select(function =>
        {
            var expression = SettingNames.Resolve(function.Trigger.Text("schedule") ?? "", configuration, function.Name);
            return new TimerListener(
                function, Schedule.Parse(expression, zone, function.Name), (call, cancellation) => jobs.CallAsync(function.Name, call, cancellation),
                store, clock, activity, logger);
        })]);
    }

    public void Start()
    {
        foreach (var timer in All)
        {
            _loops.Add(Task.Run(() => timer.RunAsync(_stopping.Token, _giveUp.Token), CancellationToken.None));
        }
    }

    /// <summary>Begins no more runs, lets what runs finish, and after a while cancels it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _giveUp.CancelAfter(Patience);
        await Task.WhenAll(_loops);
        _stopping.Dispose();
        _giveUp.Dispose();
    }

    private static TimeZoneInfo ZoneOf(IConfiguration configuration) => configuration["WEBSITE_TIME_ZONE"] is not { Length: > 0 } name ? TimeZoneInfo.Utc
        : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
        : throw new LocalHostException($"WEBSITE_TIME_ZONE is '{name}', which is not a time zone of this machine.");
}
