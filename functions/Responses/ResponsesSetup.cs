using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxFunctions.Responses;

public static class ResponsesSetup
{
    public static IHostApplicationBuilder AddResponses(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ResponseStore>();
        builder.Services.AddSingleton<SurveyVisits>();
        builder.Services.AddSingleton<AnswerRecorder>();
        builder.Services.AddSingleton<SurveyPages>();
        return builder;
    }
}
