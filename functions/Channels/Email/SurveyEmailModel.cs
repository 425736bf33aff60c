using System.Globalization;
using CxFunctions.Catalog;

namespace CxFunctions.Channels.Email;

/// <summary>An invitation or reminder as it is shown, every text filled in.</summary>
/// <param name="Locale">es, en or pt.</param>
/// <param name="Brand">Whose survey it is.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">The program's opening sentences.</param>
/// <param name="Question">The first one, a score.</param>
/// <param name="Touchpoint">By its name in the locale.</param>
/// <param name="Link">The survey's page, absolute.</param>
public sealed record SurveyEmailModel(string Locale, Brand Brand, string Subject, string Body, Question Question, string Touchpoint, string Link)
{
    public string StopLink => Link + "/stop";

    public string Why => string.Format(CultureInfo.InvariantCulture, EmailWords.In(Locale).Why, Brand.Name, Touchpoint);

    /// <summary>Opening the link gives no answer: it preselects the score, for a person to confirm.</summary>
    public string ScoreLink(int score) => FormattableString.Invariant($"{Link}?score={score}");
}
