using CxFunctions.CrmSimulator.People;

namespace CxFunctions.CrmSimulator.Respondents;

/// <summary>Puts opinions into words: a sentence on the matter, often one on the mood, sometimes a wish, and now and then a phone number.</summary>
internal static class Verbatims
{
    private static readonly Dictionary<string, Phrasebook> ByLanguage = new()
    {
        ["es"] = SpanishPhrases.Book,
        ["en"] = EnglishPhrases.Book,
        ["pt"] = PortuguesePhrases.Book,
    };

    public static string Write(Chance chance, Person person, string touchpoint, Tone tone)
    {
        var book = ByLanguage[person.Country.Language];
        var topic = book.Topics.GetValueOrDefault(touchpoint) ?? book.Topics["branch"];
        var sentences = new List<string>
        {
            chance.Pick(tone switch { Tone.Good => topic.Praise, Tone.Bad => topic.Complaints, _ => book.Middling }),
        };
        if (tone != Tone.Middling && chance.Happens(0.7))
        {
            sentences.Add(chance.Pick(tone == Tone.Good ? book.Glad : book.Sorry));
        }
        if (tone != Tone.Good && chance.Happens(0.5))
        {
            sentences.Add(chance.Pick(book.Wishes));
        }
        if (chance.Happens(tone == Tone.Bad ? 0.25 : 0.05))
        {
            sentences.Add(chance.Pick(book.Contacts)
                .Replace("{phone}", person.Phone, StringComparison.Ordinal)
                .Replace("{email}", person.Email, StringComparison.Ordinal)
                .Replace("{name}", person.Name, StringComparison.Ordinal));
        }
        return string.Join(' ', sentences);
    }
}
