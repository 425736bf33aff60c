using CxFunctions.Intake.HubSpot;
using CxFunctions.Intake.Standard;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CxFunctions.Intake;

public static class IntakeSetup
{
    public static IHostApplicationBuilder AddIntake(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebhookOptions>()
            .Configure<IConfiguration>((options, configuration) => configuration.GetSection(WebhookOptions.Section).Bind(options.Sources))
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsRules>();
        builder.Services.AddSingleton<IWebhookSource, StandardSource>();
        builder.Services.AddSingleton<IWebhookSource, HubSpotSource>();
        builder.Services.AddSingleton<DeliverySender>();
        builder.Services.AddSingleton<WebhookHandler>();
        return builder;
    }
}
