namespace CxFunctions.CrmSimulator.Traffic;

/// <summary>A company with a survey program.</summary>
/// <param name="Program">Program id.</param>
/// <param name="Dimension">What it breaks its scores down by: branch or store.</param>
/// <param name="Places">Names of its branches or stores; one of them is badly run.</param>
/// <param name="Touchpoints">Touchpoints and how often each happens, in comparison.</param>
/// <param name="Products">What it sells.</param>
public sealed record Company(
    string Program,
    string Dimension,
    IReadOnlyList<string> Places,
    IReadOnlyList<(string Touchpoint, double Weight)> Touchpoints,
    IReadOnlyList<string> Products)
{
    public static readonly Company Bank = new(
        "bank",
        "branch",
        ["Miraflores", "San Isidro", "Surco", "Arequipa Centro", "Trujillo Plaza"],
        [("call-center", 4), ("branch", 5), ("loan", 2)],
        ["savings", "current account", "credit card", "mortgage", "insurance"]);

    public static readonly Company Retail = new(
        "retail",
        "store",
        ["Centro", "Jockey", "Norte", "Online"],
        [("purchase", 5), ("delivery", 3), ("support-ticket", 2)],
        ["shoes", "kitchen", "electronics", "garden", "toys"]);

    public static readonly IReadOnlyList<Company> All = [Bank, Retail];

    /// <summary>The badly run place: there the parking is full, the queue long and the staff gone.</summary>
    public string TroubledPlace => Places[1];

    public static Company Of(string program) => All.First(c => c.Program == program);
}
