using System.Diagnostics;

namespace Azure.Data.Tables;

/// <summary>One operation as a trace sees it. Costs nothing while nobody listens.</summary>
internal readonly struct TableScope : IDisposable
{
    private static readonly ActivitySource Source = new("Azure.Data.Tables.TableClient");

    private readonly Activity? _activity;

    private TableScope(Activity? activity) => _activity = activity;

    public static TableScope Start(string operation)
    {
        var activity = Source.StartActivity(operation, ActivityKind.Client);
        activity?.SetTag("az.namespace", "Microsoft.Tables");
        return new(activity);
    }

    public void Failed(Exception exception)
    {
        _activity?.SetTag("error.type", exception is RequestFailedException { ErrorCode: { } code } ? code : exception.GetType().FullName);
        _activity?.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose() => _activity?.Dispose();
}
