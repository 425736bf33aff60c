using Microsoft.Extensions.Hosting;

namespace CxFunctions.Journeys;

public static class JourneysSetup
{
    public static IHostApplicationBuilder AddJourneys(this IHostApplicationBuilder builder) => builder;
}
