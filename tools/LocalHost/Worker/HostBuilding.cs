using System.Diagnostics;

namespace CxFunctions.LocalHost.Worker;

/// <summary>Listens to the generic host being built by somebody else's Program: it announces its builder and, when it is built, itself.</summary>
internal sealed class HostBuilding : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    // What the Program starts on other threads flows with it; another Program's host does not.
    private static readonly AsyncLocal<HostBuilding?> Current = new();
    private readonly Action<IHostBuilder> _building;
    private readonly Action<IHost> _built;
    private readonly List<IDisposable> _subscriptions = [];
    private bool _isOver;

    private HostBuilding(Action<IHostBuilder> building, Action<IHost> built) => (_building, _built) = (building, built);

    /// <param name="building">Is given the builder when everything else has been added to it.</param>
    /// <param name="built">Is given the host before it starts.</param>
    public static IDisposable OnThisThread(Action<IHostBuilder> building, Action<IHost> built)
    {
        var observer = new HostBuilding(building, built);
        Current.Value = observer;
        observer._subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(observer));
        return observer;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    // The first host is the app; others that it may build are its own affair.
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Current.Value != this || _isOver)
        {
            return;
        }
        switch (value)
        {
            case { Key: "HostBuilding", Value: IHostBuilder builder }:
                _building(builder);
                break;
            case { Key: "HostBuilt", Value: IHost host }:
                _isOver = true;
                _built(host);
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}
