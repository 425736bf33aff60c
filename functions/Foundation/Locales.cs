namespace CxFunctions.Foundation;

/// <summary>The languages of respondents.</summary>
public static class Locales
{
    public static readonly IReadOnlyList<string> Supported = ["es", "en", "pt"];

    /// <summary>es, en or pt: of the contact where we speak it, else the program's own.</summary>
    public static string Choose(string? contactLocale, string defaultLocale) =>
        Supported.Contains(LanguageOf(contactLocale)) ? LanguageOf(contactLocale) : LanguageOf(defaultLocale);

    /// <summary>In two letters also where it was given in three, as ISO 639-2 has it.</summary>
    public static string LanguageOf(string? locale) => (locale ?? "").Split('-', '_')[0].ToLowerInvariant() switch
    {
        "spa" => "es",
        "eng" => "en",
        "por" => "pt",
        var language => language,
    };
}
