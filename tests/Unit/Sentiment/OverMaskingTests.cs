using System.Globalization;
using CxFunctions.Sentiment;

namespace CxFunctions.Tests.Unit.Sentiment;

/// <summary>
/// How much the local masker takes away that it need not: where it is the only one, managers read what it leaves. It rather masks too much, but within
/// a bound, and what is personal it never leaves.
/// </summary>
public sealed class OverMaskingTests
{
    /// <summary>Of the words with a digit, which alone can be taken for something.</summary>
    private const double MostOfNumbers = 0.04;

    /// <summary>Of all words.</summary>
    private const double MostOfWords = 0.01;

    public static TheoryData<string, string[]> Languages => new()
    {
        { "es", HarmlessSentences.Es },
        { "en", HarmlessSentences.En },
        { "pt", HarmlessSentences.Pt },
    };

    [Theory]
    [MemberData(nameof(Languages))]
    public void Of_harmless_numbers_few_are_masked_and_of_other_words_none(string language, string[] sentences)
    {
        var words = sentences.SelectMany(s => s.Split(' ').Zip(LocalMasker.Mask(s).Split(' '), (before, after) => (Text: before, Masked: before != after))).ToList();
        var numbers = words.Where(w => w.Text.Any(char.IsDigit)).ToList();
        var (ofNumbers, ofWords) = (numbers.Count(w => w.Masked) / (double)numbers.Count, words.Count(w => w.Masked) / (double)words.Count);
        TestContext.Current.SendDiagnosticMessage("{0}", Told(language, ofNumbers, ofWords));

        Assert.True(numbers.Count >= 40, $"{numbers.Count} numbers are too few to measure by.");
        Assert.True(ofNumbers <= MostOfNumbers && ofWords <= MostOfWords, Told(language, ofNumbers, ofWords) + ": " + string.Join(", ", numbers.Where(w => w.Masked).Select(w => w.Text)));
        Assert.DoesNotContain(words, w => w.Masked && !w.Text.Any(char.IsDigit));
    }

    [Fact]
    public void There_are_sixty_sentences_at_least() => Assert.True(HarmlessSentences.Es.Length + HarmlessSentences.En.Length + HarmlessSentences.Pt.Length >= 60);

    /// <summary>A masker that masks nothing would pass the bound alone.</summary>
    [Fact]
    public void What_is_personal_among_harmless_numbers_is_masked_and_they_are_not() => Assert.All(HarmlessSentences.Personal, sentence =>
    {
        var (before, personal, after) = sentence.Split('|') is [var a, var b, var c] ? (a, b, c) : throw new FormatException(sentence);
        Assert.Equal(before + new string('*', personal.Length) + after, LocalMasker.Mask(before + personal + after));
    });

    private static string Told(string language, double ofNumbers, double ofWords) =>
        string.Create(CultureInfo.InvariantCulture, $"{language}: {100 * ofNumbers:0.0} % of numbers and {100 * ofWords:0.0} % of words masked");
}
