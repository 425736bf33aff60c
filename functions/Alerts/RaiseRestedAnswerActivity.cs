using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Alerts;

/// <summary>See <see cref="RestedAnswers"/>.</summary>
public sealed class RaiseRestedAnswerActivity(RestedAnswers rested)
{
    /// <summary>Stands in histories: never to be changed.</summary>
    public const string Name = "RaiseRestedAnswer";

    [Function(Name)]
    public Task RunAsync([ActivityTrigger] RestingAnswer answer, CancellationToken cancellationToken) => rested.RaiseAsync(answer, cancellationToken);
}
