using Azure;
using Azure.Data.Tables;
using CxFunctions.Foundation;
using CxFunctions.Staff;
using Microsoft.Extensions.Options;

namespace CxFunctions.Dashboard.SignIn;

/// <summary>Links that sign somebody in once. Only a digest of each is kept.</summary>
public sealed class SignInLinkStore(TableServiceClient tables, IOptions<CxOptions> options, TimeProvider time)
{
    public const string Path = SignInEndpoint.Path + "/";

    private readonly TableClient _table = StaffAccessTable.Of(tables);

    /// <summary>A quarter of an hour where a session is the usual twelve hours.</summary>
    public static TimeSpan LifeOf(CxOptions options) => options.StaffSession / 48;

    /// <returns>The token; the address is <see cref="Path"/> and it.</returns>
    public async Task<string> CreateAsync(CancellationToken cancellationToken)
    {
        var token = LinkToken.Create();
        var row = new TableEntity(StaffAccessTable.Links, Row(token)) { [StaffAccessTable.Until] = time.GetUtcNow() + LifeOf(options.Value) };
        await _table.AddEntityAsync(row, cancellationToken);
        await StaffAccessTable.TidyAsync(_table, StaffAccessTable.Links, time.GetUtcNow(), cancellationToken);
        return token;
    }

    /// <summary>Whether it would open; changes nothing.</summary>
    public async Task<bool> IsGoodAsync(string token, CancellationToken cancellationToken) => await FindAsync(token, cancellationToken) is not null;

    /// <summary>Uses it up. Of several at once one succeeds.</summary>
    public async Task<bool> TryTakeAsync(string token, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is not { } row)
        {
            return false;
        }
        try
        {
            var answer = await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken);
            return !answer.IsError;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return false;
        }
    }

    private async Task<TableEntity?> FindAsync(string token, CancellationToken cancellationToken) =>
        LinkToken.IsWellFormed(token)
            && await _table.GetEntityIfExistsAsync<TableEntity>(StaffAccessTable.Links, Row(token), cancellationToken: cancellationToken) is { HasValue: true, Value: { } row }
            && row.GetDateTimeOffset(StaffAccessTable.Until) > time.GetUtcNow()
            ? row : null;

    private static string Row(string token) => StableId.Of("sign-in-link", token);
}
