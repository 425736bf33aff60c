using CxFunctions.Catalog;

namespace CxFunctions.Intake;

/// <summary>Where the telephones of a source are local calls.</summary>
internal static class RegionRules
{
    /// <returns>The source's own region, else the program's; null where neither is known.</returns>
    public static string? Of(WebhookSourceOptions options, string? program, ProgramCatalog catalog) =>
        options.Region ?? (program is null ? null : catalog.Find(program)?.DefaultRegion);
}
