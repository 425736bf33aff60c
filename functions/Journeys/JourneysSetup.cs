using CxFunctions.Journeys.Failing;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Journeys.Signals;
using CxFunctions.Journeys.Steps;
using CxFunctions.Journeys.Transactions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxFunctions.Journeys;

public static class JourneysSetup
{
    public static IHostApplicationBuilder AddJourneys(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LedgerStore>();
        builder.Services.AddSingleton<JourneyFacts>();
        builder.Services.AddSingleton<JourneyStart>();
        builder.Services.AddSingleton<TransactionHandler>();
        builder.Services.AddSingleton<LiveState>();
        builder.Services.AddSingleton<AnswerLookup>();
        builder.Services.AddSingleton<SurveyMessages>();
        builder.Services.AddSingleton<JourneyEnding>();
        builder.Services.AddSingleton<JourneySignalHandler>();
        builder.Services.AddSingleton<FailureNotices>();
        builder.Services.AddSingleton<JourneyFailing>();
        builder.Services.AddSingleton<JourneySweep>();
        builder.Services.AddSingleton<JourneyResuming>();
        return builder;
    }
}
