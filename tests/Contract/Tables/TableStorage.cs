using Azure.Data.Tables;
using CxFunctions.Tests.Contract.Tables;
using CxFunctions.Tests.Harness;

[assembly: AssemblyFixture(typeof(TableStorage))]

namespace CxFunctions.Tests.Contract.Tables;

/// <summary>One Azurite for all of these tests; each test takes a table of its own.</summary>
public sealed class TableStorage : IAsyncLifetime
{
    private AzuriteFixture _azurite = null!;

    public string ConnectionString => _azurite.ConnectionString;

    public Uri Endpoint => Service.Uri;

    public TableServiceClient Service { get; private set; } = null!;

    public static string NewName() => $"T{Guid.NewGuid():N}";

    public async Task<TableClient> CreateTableAsync()
    {
        var table = Service.GetTableClient(NewName());
        await table.CreateAsync(TestContext.Current.CancellationToken);
        return table;
    }

    public async ValueTask InitializeAsync()
    {
        _azurite = await AzuriteFixture.StartAsync();
        Service = new(_azurite.ConnectionString);
    }

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();
}
