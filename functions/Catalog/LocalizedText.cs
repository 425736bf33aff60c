using System.Text.Json.Serialization;
using CxFunctions.Foundation;

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
