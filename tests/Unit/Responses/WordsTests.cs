using System.Reflection;
using CxFunctions.Channels.Email;
using CxFunctions.Foundation;
using CxFunctions.Privacy.Pages;
using CxFunctions.Responses.Pages;

namespace CxFunctions.Tests.Unit.Responses;

public sealed class WordsTests
{
    [Fact]
    public void Every_sentence_is_there_in_three_languages_and_none_was_left_untranslated()
    {
        AssertTranslated(SurveyWords.In);
        AssertTranslated(StopPageWords.In);
        AssertTranslated(EmailWords.In);
    }

    [Fact]
    public void Every_state_is_explained_in_three_languages()
    {
        Func<string, StateWords>[] states = [StateWords.Thanks, StateWords.Answered, StateWords.Expired, StateWords.OptedOut, StateWords.Unknown, StateWords.Unavailable];
        Assert.All(states, state => Assert.Equal(3, Locales.Supported.Select(l => state(l).Heading + string.Concat(state(l).Lines)).Distinct().Count()));
    }

    private static void AssertTranslated<T>(Func<string, T> words)
    {
        // Spanish and Portuguese say these alike.
        string[] shared = [nameof(SurveyWords.Send), nameof(SurveyWords.Optional), nameof(SurveyWords.ErrorsTitle)];
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType == typeof(string)))
        {
            var texts = Locales.Supported.Select(l => (string)property.GetValue(words(l))!).ToList();
            Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text)));
            Assert.Equal(shared.Contains(property.Name) ? 2 : 3, texts.Distinct().Count());
        }
    }
}
