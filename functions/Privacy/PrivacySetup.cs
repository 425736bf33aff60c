using CxFunctions.Foundation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxFunctions.Privacy;

public static class PrivacySetup
{
    public static IHostApplicationBuilder AddPrivacy(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSettings<PrivacyOptions>(PrivacyOptions.Section);
        builder.Services.AddSingleton<AddressDigest>();
        builder.Services.AddSingleton<SuppressionStore>();
        builder.Services.AddSingleton<OptOutHandler>();
        builder.Services.AddSettings<RetentionOptions>(RetentionOptions.Section);
        builder.Services.AddSingleton<EndedInstances>();
        return builder;
    }
}
