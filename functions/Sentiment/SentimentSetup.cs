using Microsoft.Extensions.Hosting;

namespace CxFunctions.Sentiment;

public static class SentimentSetup
{
    public static IHostApplicationBuilder AddSentiment(this IHostApplicationBuilder builder) => builder;
}
