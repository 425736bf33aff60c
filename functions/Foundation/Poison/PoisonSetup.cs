using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace CxFunctions.Foundation.Poison;

public static class PoisonSetup
{
    /// <summary>Every queue function is watched at its last try. Around everything that the app itself puts between host and function.</summary>
    public static IFunctionsWorkerApplicationBuilder UsePoisonReasons(this IFunctionsWorkerApplicationBuilder worker) => worker.UseMiddleware<PoisonReasonMiddleware>();
}
