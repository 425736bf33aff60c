using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxFunctions.Cases;

public static class CasesSetup
{
    public static IHostApplicationBuilder AddCases(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CaseStore>();
        builder.Services.AddSingleton<OpenCaseList>();
        builder.Services.AddSingleton<CaseOpening>();
        builder.Services.AddSingleton<CaseActions>();
        builder.Services.AddSingleton<CaseEscalation>();
        builder.Services.AddSingleton<CaseClock>();
        builder.Services.AddSingleton<CaseView>();
        builder.Services.AddSingleton<CasePages>();
        builder.Services.AddSingleton<CaseOpenings>();
        return builder;
    }
}
