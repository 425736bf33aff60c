using Microsoft.Extensions.Hosting;

namespace CxFunctions.Intake;

public static class IntakeSetup
{
    public static IHostApplicationBuilder AddIntake(this IHostApplicationBuilder builder) => builder;
}
