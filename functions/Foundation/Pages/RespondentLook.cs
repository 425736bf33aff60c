namespace CxFunctions.Foundation.Pages;

/// <summary>What surrounds a page that a respondent sees.</summary>
/// <param name="Locale">es, en or pt.</param>
/// <param name="Title">Of the browser tab.</param>
/// <param name="BrandName">Null where nobody knows whose survey it is.</param>
/// <param name="Color">The brand's, as #rrggbb.</param>
/// <param name="PrivacyUrl">Where the company explains itself; null for no link.</param>
/// <param name="StopPath">The page that ends all surveys; null for no link.</param>
/// <param name="Path">Of this page, for the language links.</param>
public sealed record RespondentLook(
    string Locale,
    string Title,
    string Path,
    string? BrandName = null,
    string Color = "#3b4a5f",
    Uri? PrivacyUrl = null,
    string? StopPath = null);
