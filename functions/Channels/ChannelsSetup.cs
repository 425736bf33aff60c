using Microsoft.Extensions.Hosting;

namespace CxFunctions.Channels;

public static class ChannelsSetup
{
    public static IHostApplicationBuilder AddChannels(this IHostApplicationBuilder builder) => builder;
}
