using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Channels.Email;

/// <summary>Writes e-mails: the HTML from a component, the plain text beside it, the headers that mail programs act on.</summary>
public sealed class LetterWriter(PageRenderer renderer)
{
    public async Task<Letter> SurveyAsync(SurveyEmailModel model)
    {
        var words = EmailWords.In(model.Locale);
        var text = Paragraphs(
            model.Body,
            model.Question.Text.In(model.Locale),
            $"{words.Button}: {model.Link}",
            "--\n" + model.Why,
            $"{words.Stop}: {model.StopLink}");
        return new Letter(model.Subject, await HtmlAsync<SurveyEmail>((nameof(SurveyEmail.Model), model)), text)
        {
            // RFC 8058: mail programs show a button of their own, which posts to the link.
            Headers = new Dictionary<string, string>
            {
                ["List-Unsubscribe"] = $"<{model.StopLink}>",
                ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
            },
        };
    }

    public async Task<Letter> WordBackAsync(WordBackEmailModel model) =>
        new(model.Subject, await HtmlAsync<WordBackEmail>((nameof(WordBackEmail.Model), model)), Paragraphs(model.Greeting, model.Opening, model.Text, model.Brand.Name));

    public async Task<Letter> NoticeAsync(ManagerNotice notice, Brand brand) =>
        new(notice.Subject,
            await HtmlAsync<NoticeEmail>((nameof(NoticeEmail.Notice), notice), (nameof(NoticeEmail.Brand), brand.Name), (nameof(NoticeEmail.Color), brand.Color)),
            Paragraphs([notice.Subject, .. notice.Lines, .. notice.Words is { } words ? [$"“{words}”"] : Array.Empty<string>(), notice.Link.ToString()]));

    private async Task<string> HtmlAsync<TComponent>(params (string Name, object? Value)[] parameters)
        where TComponent : Microsoft.AspNetCore.Components.IComponent =>
        "<!DOCTYPE html>\n" + await renderer.HtmlAsync<TComponent>(parameters.ToDictionary(p => p.Name, p => p.Value));

    private static string Paragraphs(params IEnumerable<string> paragraphs) => string.Join("\n\n", paragraphs) + "\n";
}
