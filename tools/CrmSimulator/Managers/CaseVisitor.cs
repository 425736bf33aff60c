using System.Net;
using System.Text.RegularExpressions;
using CxFunctions.CrmSimulator.Respondents;

namespace CxFunctions.CrmSimulator.Managers;

/// <summary>The manager's browser on the page of a case.</summary>
/// <param name="http">Follows redirects.</param>
/// <param name="seed">Of the run.</param>
public sealed partial class CaseVisitor(HttpClient http, int seed)
{
    private static readonly string[] Managers = ["M. Salas", "P. Quintana", "J. Ocampo"];

    private static readonly Dictionary<string, string[]> WordsBack = new()
    {
        ["es"] = ["Gracias por avisarnos. Abrimos una ventanilla más en las horas de mayor afluencia.", "Lamentamos lo ocurrido. Revisamos su caso y ya está corregido."],
        ["en"] = ["Thank you for telling us. We now open one more counter at busy hours.", "We are sorry. We looked into your case, and it is put right."],
        ["pt"] = ["Obrigado por nos avisar. Abrimos mais um caixa nas horas de maior movimento.", "Lamentamos o ocorrido. Revimos o seu caso e já está corrigido."],
    };

    /// <returns>The last status; <see cref="HttpStatusCode.Gone"/> where the page offers no such step any more.</returns>
    /// <exception cref="HttpRequestException">The page is out of reach.</exception>
    public Task<HttpStatusCode> AcknowledgeAsync(Uri link, CancellationToken cancellationToken) =>
        SendAsync(link, "acknowledge", (_, _) => [], cancellationToken);

    /// <summary>Closes the case, mostly with words for the customer.</summary>
    /// <returns>The last status; <see cref="HttpStatusCode.Gone"/> where the page offers no such step any more.</returns>
    /// <exception cref="HttpRequestException">The page is out of reach.</exception>
    public Task<HttpStatusCode> ResolveAsync(Uri link, CancellationToken cancellationToken) =>
        SendAsync(link, "resolve", (page, chance) => new()
        {
            ["outcome"] = chance.Pick<string>(["Settled", "CauseRemoved", "NotReached"]),
            ["text"] = "Called, listened, told the branch.",
            ["wordBack"] = chance.Happens(0.75) ? chance.Pick<string>(WordsBack[LanguageOf(page)]) : "",
        }, cancellationToken);

    private async Task<HttpStatusCode> SendAsync(
        Uri link, string move, Func<string, Chance, Dictionary<string, string>> fillIn, CancellationToken cancellationToken)
    {
        using var opened = await http.GetAsync(link, cancellationToken);
        var page = await opened.Content.ReadAsStringAsync(cancellationToken);
        if (!opened.IsSuccessStatusCode)
        {
            return opened.StatusCode;
        }
        if (HtmlForm.AllIn(page).FirstOrDefault(f => f.Hidden.Contains(("move", move))) is not { } form)
        {
            return HttpStatusCode.Gone;
        }
        var chance = Chance.Of(seed, move, link.Segments[^1]);
        var fields = fillIn(page, chance);
        fields["who"] = chance.Pick(Managers);
        foreach (var (name, value) in form.Hidden)
        {
            fields[name] = value;
        }
        using var sent = await http.PostAsync(new Uri(link, form.Action.Length > 0 ? form.Action : link.AbsolutePath), new FormUrlEncodedContent(fields), cancellationToken);
        return sent.StatusCode;
    }

    /// <summary>The page says in English which language the customer speaks.</summary>
    private static string LanguageOf(string page) => Language().Match(page).Value switch
    {
        "Spanish" => "es",
        "Portuguese" => "pt",
        _ => "en",
    };

    [GeneratedRegex("Spanish|Portuguese|English")]
    private static partial Regex Language();
}
