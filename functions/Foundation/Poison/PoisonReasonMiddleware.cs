using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Foundation.Poison;

/// <summary>
/// Writes down why a queue message fails for good: at its last try, before the failure goes on to the host, which puts the message into
/// poison and keeps no reason. Nothing is swallowed, and where the reason can't be written the failure is still the message's own.
/// </summary>
internal sealed class PoisonReasonMiddleware(DequeueLimit limit, PoisonReasonStore reasons, TimeProvider time, ILogger<PoisonReasonMiddleware> log)
    : IFunctionsWorkerMiddleware
{
    // Real seconds: the host waits for the failure meanwhile.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e)
        {
            if (QueueTry.Of(context) is { } last && last.Number >= limit.Tries)
            {
                await WriteAsync(context, last, e);
            }
            throw;
        }
    }

    private async Task WriteAsync(FunctionContext context, QueueTry last, Exception e)
    {
        var function = context.FunctionDefinition.Name;
        var reason = new PoisonReason(
            last.Queue, PoisonRules.KeyOf(last.Text), time.GetUtcNow(), function, context.InvocationId, last.Number, PoisonRules.ChainOf(e), PoisonRules.SentenceOf(e));
        log.FailedForGood(last.Queue, function, last.Number, reason.Exceptions);
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            await reasons.WriteAsync(reason, patience.Token);
        }
        catch (Exception trouble) when (StorageTrouble.Is(trouble, CancellationToken.None))
        {
            log.ReasonNotWritten(last.Queue, function, trouble);
        }
    }
}
