using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CxFunctions.CrmSimulator.Respondents;

/// <summary>A browser in somebody's hand.</summary>
/// <param name="http">Follows redirects.</param>
public sealed class SurveyVisitor(HttpClient http)
{
    private const string AnswerPrefix = "a-";

    /// <summary>Does what the act says.</summary>
    /// <exception cref="HttpRequestException">The page is out of reach.</exception>
    /// <exception cref="FormatException">The page is not one that could be answered.</exception>
    public Task<SurveyReply> DoAsync(ActKind act, Uri link, Opinion opinion, CancellationToken cancellationToken) => act switch
    {
        ActKind.Scan => ScanAsync(link, cancellationToken),
        ActKind.Answer => AnswerAsync(link, opinion, presses: 1, cancellationToken),
        ActKind.AnswerTwice => AnswerAsync(link, opinion, presses: 2, cancellationToken),
        ActKind.ScoreOnly => ScoreAsync(link, opinion, cancellationToken),
        ActKind.AnswerTooLate => AnswerTooLateAsync(link, opinion, cancellationToken),
        ActKind.OptOut => OptOutAsync(link, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "This act is not done on the page."),
    };

    private async Task<SurveyReply> ScanAsync(Uri link, CancellationToken cancellationToken)
    {
        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, link), cancellationToken);
        using var get = await http.GetAsync(link, cancellationToken);
        return SurveyReply.Of(get.StatusCode);
    }

    private async Task<SurveyReply> AnswerAsync(Uri link, Opinion opinion, int presses, CancellationToken cancellationToken)
    {
        var (status, form) = await OpenAsync(link, cancellationToken);
        if (form is null)
        {
            return SurveyReply.Of(status);
        }
        var sheet = AnswerSheet.FillIn(form, opinion);
        var address = new Uri(link, form.Action);
        // Both presses are under way at once, as a double click has it.
        var replies = await Task.WhenAll(Enumerable.Range(0, presses).Select(_ => PostAsync(address, sheet.Fields, cancellationToken)));
        return new SurveyReply(replies.Contains(HttpStatusCode.OK) ? HttpStatusCode.OK : replies[0], sheet.Scores, sheet.Words, Complete: true);
    }

    /// <summary>What the page's script does as soon as a number is chosen.</summary>
    private async Task<SurveyReply> ScoreAsync(Uri link, Opinion opinion, CancellationToken cancellationToken)
    {
        var (status, form) = await OpenAsync(link, cancellationToken);
        if (form is null)
        {
            return SurveyReply.Of(status);
        }
        var sheet = AnswerSheet.FillIn(form, opinion with { Words = null });
        var answers = form.Choices.ToDictionary(
            choice => choice.Name.StartsWith(AnswerPrefix, StringComparison.Ordinal) ? choice.Name[AnswerPrefix.Length..] : choice.Name,
            choice => int.Parse(sheet.Fields.First(f => f.Key == choice.Name).Value, CultureInfo.InvariantCulture));
        using var response = await http.PostAsJsonAsync(
            new Uri(link, form.Action), new { answers, complete = false }, JsonSerializerOptions.Web, cancellationToken);
        return new SurveyReply(response.StatusCode, sheet.Scores, null, Complete: false);
    }

    /// <summary>The form lay open in a tab for two days: it is sent although the page is closed by now.</summary>
    private async Task<SurveyReply> AnswerTooLateAsync(Uri link, Opinion opinion, CancellationToken cancellationToken)
    {
        var (opened, form) = await OpenAsync(link, cancellationToken);
        if (form is not null || (int)opened >= 500)
        {
            return form is null ? SurveyReply.Of(opened) : await AnswerAsync(link, opinion, 1, cancellationToken);
        }
        List<KeyValuePair<string, string>> fields =
            [.. new[] { "recommend", "satisfaction", "effort" }.Select(question => KeyValuePair.Create(AnswerPrefix + question, "5"))];
        return SurveyReply.Of(await PostAsync(link, fields, cancellationToken));
    }

    private async Task<SurveyReply> OptOutAsync(Uri link, CancellationToken cancellationToken)
    {
        var page = new Uri(link.ToString().TrimEnd('/') + "/stop");
        var (status, form) = await OpenAsync(page, cancellationToken);
        return form is null
            ? SurveyReply.Of(status)
            : SurveyReply.Of(await PostAsync(new Uri(page, form.Action), form.Hidden.Select(h => KeyValuePair.Create(h.Name, h.Value)), cancellationToken));
    }

    private async Task<(HttpStatusCode Status, HtmlForm? Form)> OpenAsync(Uri page, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(page, cancellationToken);
        var forms = HtmlForm.AllIn(await response.Content.ReadAsStringAsync(cancellationToken));
        return (response.StatusCode, forms.FirstOrDefault(f => f.Method == "POST"));
    }

    private async Task<HttpStatusCode> PostAsync(Uri address, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsync(address, new FormUrlEncodedContent(fields), cancellationToken);
        return response.StatusCode;
    }
}
