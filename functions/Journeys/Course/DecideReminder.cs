using CxFunctions.Catalog;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Journeys;

/// <summary>Looks at live state before the reminder. Changes nothing.</summary>
internal sealed class DecideReminder(ProgramCatalog catalog, LiveState live, AnswerLookup answers)
{
    [Function(nameof(DecideReminder))]
    public async Task<InvitationDecision> RunAsync([ActivityTrigger] string journeyId, CancellationToken cancellationToken)
    {
        var facts = await live.OfAsync(journeyId, cancellationToken);
        var state = await answers.OfAsync(facts.Entry, cancellationToken);
        return InvitationRules.DecideReminder(catalog.Get(facts.Entry.Program), facts with { HasResponse = state != AnswerState.None });
    }
}
