using Azure.Core;
using Azure.Core.Serialization;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;
using CxFunctions.Foundation.Poison;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CxFunctions.Foundation;

public static class FoundationSetup
{
    // A request that long without an answer is tried again; the clients' own 100 s outlast every lease and every caller.
    internal static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(20);

    public static IHostApplicationBuilder AddFoundation(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.Logging.BeDiscreet();
        DiscreetTraces.Begin();
        // What orchestrations and activities are given and give back is kept for days: names instead of numbers, and members that a later release adds are no error.
        services.Configure<WorkerOptions>(options => options.Serializer = new JsonObjectSerializer(CxJson.Lenient));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSettings<CxOptions>(CxOptions.Section);
        services.AddSettings<StorageOptions>(StorageOptions.Section)
            .Configure<IConfiguration>((options, configuration) => options.ConnectionString = configuration[StorageOptions.Section]);
        services.AddSingleton<TokenCredential>(provider =>
            new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = Storage(provider).ClientId }));
        services.AddSingleton(provider => Storage(provider) is { ConnectionString: { Length: > 0 } local }
            ? new TableServiceClient(local, TableRequests())
            : new TableServiceClient(Storage(provider).TableServiceUri!, provider.GetRequiredService<TokenCredential>(), TableRequests()));
        services.AddSingleton(provider => Queues(provider, QueueSender.Requests));
        services.AddSingleton<QueueSender>();
        services.AddSingleton(DequeueLimit.Read(builder.Configuration));
        services.AddSingleton<PoisonReasonStore>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<PoisonQueues>(provider, Queues(provider, PoisonQueues.Requests)));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<PoisonKeeping>(provider, Queues(provider, PoisonQueues.Requests)));
        services.AddBeforeFunctions<StoragePreparation>();
        services.AddSingleton<PageRenderer>();
        return builder;
    }

    /// <summary>Registers what is done at start before the worker, itself such a service, takes its first call.</summary>
    public static void AddBeforeFunctions<TService>(this IServiceCollection services)
        where TService : class, IHostedService => services.Insert(0, ServiceDescriptor.Singleton<IHostedService, TService>());

    private static TableClientOptions TableRequests() => new() { Retry = { NetworkTimeout = LongestSilence } };

    private static QueueServiceClient Queues(IServiceProvider provider, QueueClientOptions requests) =>
        Storage(provider) is { ConnectionString: { Length: > 0 } local }
            ? new QueueServiceClient(local, requests)
            : new QueueServiceClient(Storage(provider).QueueServiceUri!, provider.GetRequiredService<TokenCredential>(), requests);

    private static StorageOptions Storage(IServiceProvider provider) => provider.GetRequiredService<IOptions<StorageOptions>>().Value;
}
