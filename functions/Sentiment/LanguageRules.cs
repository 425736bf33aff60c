using System.Text.RegularExpressions;
using Azure.AI.TextAnalytics;
using CxFunctions.Foundation;

namespace CxFunctions.Sentiment;

/// <summary>
/// Whether the language of the page can be trusted for what was typed on it. Asking the service costs a text record, so it is only
/// asked where the little words of the text speak for another language, or for none that we know.
/// </summary>
public static partial class LanguageRules
{
    private const int FewestWordsToDoubt = 4;

    private static readonly Dictionary<string, HashSet<string>> LittleWords = new()
    {
        ["es"] = Words("el la los las un una y en que muy pero con por para es fue no lo al del mi me se su como más mas todo nada bien mal gracias sin ya tuve estaba está son buen buena mucho mucha le cuando porque"),
        ["en"] = Words("the a an and in that very but with for is was not it to of my me i you they were are this everything nothing good bad thanks had have no on at so we he she too all when because"),
        ["pt"] = Words("o a os as um uma e em que muito mas com por para é foi não nao lo ao do da no na meu minha me se seu como mais tudo nada bem mal obrigado obrigada sem já tive estava está são eu você bom boa os dos das quando porque"),
    };

    /// <summary>The ISO 3166 code that the service takes as a hint for the page's language.</summary>
    public static string CountryHint(string locale) => Locales.LanguageOf(locale) switch
    {
        "es" => "es",
        "pt" => "br",
        _ => "us",
    };

    public static bool IsDoubtful(string text, string locale)
    {
        var words = Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).ToList();
        var page = Locales.LanguageOf(locale);
        if (words.Count < FewestWordsToDoubt)
        {
            // Letters of another script are beyond doubt even in one word.
            return words.Any(w => w.Any(c => c > '\u024F'));
        }
        var known = LittleWords.ToDictionary(l => l.Key, l => words.Count(l.Value.Contains));
        var own = known.GetValueOrDefault(page);
        return own == 0 || known.Any(l => l.Key != page && l.Value > own);
    }

    /// <summary>What the service found, unless it could not tell (it then says "(Unknown)") or was less than half sure.</summary>
    public static string Settle(DetectedLanguage found, string pageLanguage) =>
        found.Iso6391Name is { Length: >= 2 and <= 8 } name && name.All(c => char.IsAsciiLetter(c) || c is '-' or '_') && found.ConfidenceScore >= 0.5
            ? name.Replace('_', '-')
            : pageLanguage;

    private static HashSet<string> Words(string words) => [.. words.Split(' ')];

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
