namespace Microsoft.DurableTask;

/// <summary>Orchestrators and activities by name, as a worker is given them.</summary>
public sealed partial class DurableTaskRegistry
{
    private readonly Dictionary<TaskName, Func<IServiceProvider, ITaskOrchestrator>> _orchestrators = [];
    private readonly Dictionary<TaskName, Func<IServiceProvider, ITaskActivity>> _activities = [];

    public IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, ITaskOrchestrator>>> GetOrchestrators() => _orchestrators;

    public IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, ITaskActivity>>> GetActivities() => _activities;

    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public DurableTaskRegistry AddOrchestrator(TaskName name, Func<ITaskOrchestrator> factory) =>
        Add(_orchestrators, name, _ => factory(), "orchestrator");

    public DurableTaskRegistry AddOrchestrator(TaskName name, ITaskOrchestrator orchestrator) => AddOrchestrator(name, () => orchestrator);

    public DurableTaskRegistry AddOrchestrator<TOrchestrator>()
        where TOrchestrator : class, ITaskOrchestrator => AddOrchestrator<TOrchestrator>(NameOf(typeof(TOrchestrator)));

    public DurableTaskRegistry AddOrchestrator<TOrchestrator>(TaskName name)
        where TOrchestrator : class, ITaskOrchestrator => Add(_orchestrators, name, Make<ITaskOrchestrator, TOrchestrator>, "orchestrator");

    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public DurableTaskRegistry AddActivity(TaskName name, Func<IServiceProvider, ITaskActivity> factory) =>
        Add(_activities, name, factory, "activity");

    public DurableTaskRegistry AddActivity(TaskName name, ITaskActivity activity) => AddActivity(name, _ => activity);

    public DurableTaskRegistry AddActivity<TActivity>()
        where TActivity : class, ITaskActivity => AddActivity<TActivity>(NameOf(typeof(TActivity)));

    public DurableTaskRegistry AddActivity<TActivity>(TaskName name)
        where TActivity : class, ITaskActivity => AddActivity(name, Make<ITaskActivity, TActivity>);

    private static TaskName NameOf(Type type) =>
        type.GetCustomAttributes(typeof(DurableTaskAttribute), inherit: false) is [DurableTaskAttribute { Name.Name: { Length: > 0 } given }] ? given : type.Name;

    private static TTask Make<TTask, TImplementation>(IServiceProvider services)
        where TImplementation : TTask => (TTask)Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance(services, typeof(TImplementation));

    private DurableTaskRegistry Add<T>(Dictionary<TaskName, T> known, TaskName name, T task, string kind)
    {
        if (string.IsNullOrEmpty(name.Name) || !known.TryAdd(name, task))
        {
            throw new ArgumentException($"An {kind} needs a name that is not taken; '{name}' is empty or taken.", nameof(name));
        }

        return this;
    }
}
