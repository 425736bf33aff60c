using System.Text.Json;
using CxFunctions.Foundation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CxFunctions.Responses;

/// <summary>What was posted, unjudged.</summary>
/// <param name="Answers">By question id, as typed or chosen.</param>
/// <param name="SendOff">Whether the respondent pressed send; false for a save on the way.</param>
/// <param name="Language">Of the page; null where not said.</param>
public sealed record PostedAnswers(IReadOnlyDictionary<string, string> Answers, bool SendOff, string? Language)
{
    /// <summary>More than any survey holds: five answers of 2,000 characters, percent-encoded.</summary>
    private const int MaxBytes = 128 * 1024;

    public static bool IsJson(HttpRequest request) => request.HasJsonContentType();

    /// <returns>The answers, or the response that says why they could not be read.</returns>
    public static async Task<(PostedAnswers? Answers, IResult? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            return (null, Problems.TooLarge($"A survey has at most {MaxBytes} bytes."));
        }
        try
        {
            return IsJson(request) ? (await FromJsonAsync(request, cancellationToken), null)
                : request.HasFormContentType ? (await FromFormAsync(request, cancellationToken), null)
                : (null, Problems.BadRequest("Send the answers as a form or as JSON."));
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or BadHttpRequestException)
        {
            return (null, Problems.BadRequest("""Send a form, or JSON such as {"answers":{"recommend":9,"why":"fast"},"complete":true}."""));
        }
    }

    /// <summary>A form is only posted by pressing send.</summary>
    private static async Task<PostedAnswers> FromFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(new FormOptions { ValueCountLimit = 32, ValueLengthLimit = MaxBytes, BufferBodyLengthLimit = MaxBytes }, cancellationToken);
        var answers = form
            .Where(field => field.Key.StartsWith(SurveyForm.AnswerPrefix, StringComparison.Ordinal))
            .ToDictionary(field => field.Key[SurveyForm.AnswerPrefix.Length..], field => field.Value.ToString(), StringComparer.Ordinal);
        return new(answers, SendOff: true, form[SurveyForm.Language]);
    }

    private static async Task<PostedAnswers> FromJsonAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await JsonSerializer.DeserializeAsync<Body>(new LimitedStream(request.Body, MaxBytes), CxJson.Lenient, cancellationToken)
            ?? throw new JsonException("null");
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, value) in body.Answers)
        {
            answers[id] = value.ValueKind switch
            {
                JsonValueKind.Null => "",
                JsonValueKind.String => TextOf(value),
                JsonValueKind.Number => value.GetRawText(),
                _ => throw new JsonException("An answer is a number or a text."),
            };
        }
        return new(answers, body.Complete, body.Lang);
    }

    private static string TextOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            // The reader's word for escapes that stand for half a character.
            throw new JsonException("An answer holds text that is not valid Unicode.", e);
        }
    }

    private sealed record Body(Dictionary<string, JsonElement> Answers, bool Complete = false, string? Lang = null);
}
