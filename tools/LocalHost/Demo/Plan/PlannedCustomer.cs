using CxFunctions.CrmSimulator.Respondents;
using CxFunctions.CrmSimulator.Traffic;

namespace CxFunctions.LocalHost.Demo.Plan;

/// <summary>Something that happens to a customer in the demo, and how they will take being asked.</summary>
/// <param name="Transaction">What happens.</param>
/// <param name="Source">The CRM that tells of it.</param>
/// <param name="DeliverAt">When.</param>
/// <param name="Temper">Of the customer.</param>
/// <param name="Opinion">Of the customer.</param>
internal sealed record PlannedCustomer(CrmTransaction Transaction, string Source, DateTimeOffset DeliverAt, Temper Temper, Opinion Opinion);

/// <summary>One webhook.</summary>
/// <param name="Key">Names it in the journal.</param>
/// <param name="At">When it is due.</param>
/// <param name="Source">The CRM.</param>
/// <param name="Transaction">What it tells of.</param>
internal sealed record PlannedDelivery(string Key, DateTimeOffset At, string Source, CrmTransaction Transaction);
