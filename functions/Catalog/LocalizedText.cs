using System.Text.Json.Serialization;

namespace CxFunctions.Catalog;

/// <summary>One text in the languages that respondents read. All three are required: nobody gets half a survey.</summary>
public sealed record LocalizedText
{
    public required string Es { get; init; }

    public required string En { get; init; }

    public required string Pt { get; init; }

    /// <summary>The text for a BCP 47 tag such as es-PE; only its language counts.</summary>
    public string In(string locale) => Locales.LanguageOf(locale) switch
    {
        "es" => Es,
        "pt" => Pt,
        _ => En,
    };

    [JsonIgnore]
    public IEnumerable<(string Locale, string Text)> All => [("es", Es), ("en", En), ("pt", Pt)];
}

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
