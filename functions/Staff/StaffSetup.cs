using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxFunctions.Staff;

public static class StaffSetup
{
    public static IHostApplicationBuilder AddStaff(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LeftSessionStore>();
        builder.Services.AddSingleton<StaffDoor>();
        return builder;
    }
}
