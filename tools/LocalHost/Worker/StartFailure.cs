using Microsoft.Extensions.Options;

namespace CxFunctions.LocalHost.Worker;

/// <summary>The app's own words about why it does not start.</summary>
internal static class StartFailure
{
    public static string Explain(Exception failure) => failure switch
    {
        LocalHostException => failure.Message,
        OptionsValidationException wrong => string.Join('\n', wrong.Failures),
        AggregateException many => string.Join('\n', many.Flatten().InnerExceptions.Select(Explain).Distinct()),
        _ => failure.Message,
    };
}
