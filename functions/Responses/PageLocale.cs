using CxFunctions.Foundation;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Responses;

/// <summary>The language of a page: as asked for on it, else the contact's, else the browser's.</summary>
internal static class PageLocale
{
    public static string Of(HttpRequest request, SurveyVisit visit, string? asked = null) =>
        Supported(asked ?? request.Query[SurveyForm.Language]) ?? visit.Invitation?.Locale ?? OfBrowser(request) ?? "en";

    private static string? OfBrowser(HttpRequest request) =>
        request.Headers.AcceptLanguage.ToString().Split(',').Select(range => Supported(range.Split(';')[0].Trim())).FirstOrDefault(l => l is not null);

    private static string? Supported(string? locale) =>
        Locales.LanguageOf(locale) is var language && Locales.Supported.Contains(language) ? language : null;
}
