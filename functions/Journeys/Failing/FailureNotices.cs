using System.Globalization;
using CxFunctions.Catalog;
using CxFunctions.Channels.Notices;
using CxFunctions.Foundation;
using CxFunctions.Journeys.Ledger;
using CxFunctions.Messages;
using Microsoft.Extensions.Options;

namespace CxFunctions.Journeys.Failing;

/// <summary>
/// Tells whoever runs the app that journeys fail: once for a program and hour, because what fails one fails many. Which ones, the ledger says.
/// </summary>
internal sealed class FailureNotices(ProgramCatalog catalog, QueueSender queues, IOptions<CxOptions> cx, IOptions<OperationsOptions> options)
{
    public async Task TellAsync(LedgerEntry entry, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (catalog.Find(entry.Program) is { } program)
        {
            await queues.SendAsync(QueueNames.Notices, Of(program, entry, reason, now), cancellationToken: cancellationToken);
        }
    }

    private ManagerNotice Of(SurveyProgram program, LedgerEntry entry, string reason, DateTimeOffset now) => new(
        ManagerNotice.CurrentVersion,
        string.Create(CultureInfo.InvariantCulture, $"journeys-failed-{program.Id}-{now.UtcDateTime:yyyyMMddHH}"),
        program.Id,
        options.Value.RecipientsOf(program),
        [Channel.Email],
        $"{program.Brand.Name}: surveys fail",
        [
            $"Survey {entry.JourneyId} could not go on: {reason}. Others of this hour are not told of one by one; the ledger has them as failed.",
            $"Once its cause is mended, POST /api/journeys/{entry.JourneyId}/resume takes it up again, until its time is over.",
        ],
        new Uri(cx.Value.Link($"/dashboard?program={program.Id}")));
}
