using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using CxFunctions.Catalog;
using CxFunctions.Foundation;

namespace CxFunctions.Invitations;

/// <summary>
/// Table <c>Invitations</c>: token to survey in one point read, by the token's digest, because keys stand in addresses and those in the logs
/// of storage. A second row, by journey and channel, keeps the token, so that preparing an invitation again finds the same link.
/// </summary>
public sealed class InvitationStore(TableServiceClient tables)
{
    private const string Row = "invitation";
    private const string Content = "Content";
    private const string Token = "Token";
    private readonly TableClient _table = tables.GetTableClient(TableNames.Invitations);

    /// <returns>Null for a token that is malformed (without a storage call) or unknown.</returns>
    public async Task<SurveyInvitation?> FindAsync(string token, CancellationToken cancellationToken) =>
        LinkToken.IsWellFormed(token) && await ReadAsync(KeyOf(token), Row, cancellationToken) is { } row
            ? JsonSerializer.Deserialize<SurveyInvitation>(row.GetString(Content)!, CxJson.Lenient)
            : null;

    /// <summary>The token of a journey on a channel: made once, the same for ever after.</summary>
    internal async Task<string> TokenOfAsync(string journeyId, Channel channel, CancellationToken cancellationToken)
    {
        // Most journeys ask once and are the first to do so: the insert is tried before a look.
        var (token, isFirst) = (LinkToken.Create(), true);
        return await ContendedWrite.RunAsync(
            async () =>
            {
                if (!isFirst && await FindTokenAsync(journeyId, channel, cancellationToken) is { } there)
                {
                    return there;
                }
                isFirst = false;
                await _table.AddEntityAsync(new TableEntity(journeyId, channel.ToString()) { [Token] = token }, cancellationToken);
                return token;
            },
            cancellationToken);
    }

    /// <summary>The token that the journey's invitation on the channel was made with; null where there was none.</summary>
    internal async Task<string?> FindTokenAsync(string journeyId, Channel channel, CancellationToken cancellationToken) =>
        (await ReadAsync(journeyId, channel.ToString(), cancellationToken))?.GetString(Token);

    /// <summary>Writes what the link stands for, if it is not there yet.</summary>
    internal Task SaveAsync(SurveyInvitation invitation, CancellationToken cancellationToken) =>
        AddAsync(new TableEntity(KeyOf(invitation.Token), Row) { [Content] = JsonSerializer.Serialize(invitation, CxJson.Lenient) }, cancellationToken);

    private static string KeyOf(string token) => StableId.Of("survey-link", token);

    /// <returns>False where it is there from an earlier try.</returns>
    private async Task<bool> AddAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await _table.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return false;
        }
    }

    private async Task<TableEntity?> ReadAsync(string partitionKey, string rowKey, CancellationToken cancellationToken) =>
        await _table.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, cancellationToken: cancellationToken)
            is { HasValue: true, Value: { } row } ? row : null;
}
