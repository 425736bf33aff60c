using Microsoft.Extensions.Hosting;

namespace CxFunctions.Responses;

public static class ResponsesSetup
{
    public static IHostApplicationBuilder AddResponses(this IHostApplicationBuilder builder) => builder;
}
