using CxFunctions.Foundation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxFunctions.Spending;

public static class SpendingSetup
{
    public static IHostApplicationBuilder AddSpending(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSettings<BudgetOptions>(BudgetOptions.Section);
        builder.Services.AddSingleton<Budget>();
        return builder;
    }
}
