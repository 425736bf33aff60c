namespace CxFunctions.Foundation.Pages;

/// <summary>The words around every respondent page.</summary>
public sealed record FrameWords(string Survey, string Language, string Privacy, string Stop)
{
    private static readonly FrameWords Es = new("Encuesta", "Idioma", "Privacidad", "No quiero más encuestas");
    private static readonly FrameWords En = new("Survey", "Language", "Privacy", "Stop sending me surveys");
    private static readonly FrameWords Pt = new("Pesquisa", "Idioma", "Privacidade", "Não quero mais pesquisas");

    public static FrameWords In(string locale) => locale switch
    {
        "es" => Es,
        "pt" => Pt,
        _ => En,
    };

    public static string LanguageName(string locale) => locale switch
    {
        "es" => "Español",
        "pt" => "Português",
        _ => "English",
    };
}
