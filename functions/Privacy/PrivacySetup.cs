using Microsoft.Extensions.Hosting;

namespace CxFunctions.Privacy;

public static class PrivacySetup
{
    public static IHostApplicationBuilder AddPrivacy(this IHostApplicationBuilder builder) => builder;
}
