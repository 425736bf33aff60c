using CxFunctions.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Cases;

/// <summary>Writes into the timeline that somebody opened the page. It only adds to what is shown: whatever becomes of it, the page is.</summary>
public sealed class CaseOpenings(CaseStore store, StaffDoor door, TimeProvider time, ILogger<CaseOpenings> log)
{
    // Real time, whatever clock the product lives by: nobody waits longer for a page because of it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task NoteAsync(Case c, HttpRequest request, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsHead(request.Method))
        {
            return; // nothing was shown
        }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var visitor = CaseVisitor.Of(request, c.Id, await door.WhoIsAsync(request));
            if (CaseOpeningRules.Line(await store.TimelineAsync(c.Id, limit.Token), visitor, time.GetUtcNow()) is { } line)
            {
                await store.NoteAsync(c.Id, line, limit.Token);
            }
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            log.OpeningNotNoted(c.Id, e);
        }
    }
}
