using System.Globalization;
using CxFunctions.Channels.Wishes;
using CxFunctions.Messages;

namespace CxFunctions.Tests.Unit.Channels.Wishes;

/// <summary>Some hundred replies in three languages, labelled by hand: how often their wish is heard, asked back or missed.</summary>
public sealed class RepliesTests(ITestOutputHelper output)
{
    private const int MostMissedStopsOf100 = 2;

    private static readonly IReadOnlyList<Reply> Replies = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Channels", "Wishes", "Replies.txt"))
        .Where(line => line.Length > 0 && line[0] != '#').Select(Reply.Of)];

    [Fact]
    public void Nobody_is_stopped_who_did_not_ask_and_hardly_anybody_who_did_is_missed()
    {
        var read = Replies.Select(reply => (Reply: reply, Wish: WishRules.Read(reply.Text))).ToList();
        foreach (var (name, group) in read.GroupBy(r => r.Reply.Wish).Select(g => (g.Key.ToString(), g.ToList())).Append(("all", read)))
        {
            output.WriteLine($"{name,-8} {group.Count,4}: right {Share(group, r => r.Wish == r.Reply.Wish)}, asked back {Share(group, r => r.Wish == Wish.Unclear && r.Reply.Wish != Wish.Unclear)}, wrong {Share(group, r => r.Wish != r.Reply.Wish && r.Wish != Wish.Unclear)}");
        }
        foreach (var (reply, wish) in read.Where(r => r.Wish != r.Reply.Wish))
        {
            output.WriteLine($"{reply.Wish} as {wish}: {reply.Text}");
        }
        var stops = read.Where(r => r.Reply.Wish == Wish.Stop).ToList();

        Assert.True(Replies.Count >= 240);
        Assert.DoesNotContain(read, r => r.Wish == Wish.Stop && r.Reply.Wish != Wish.Stop);
        Assert.True(stops.Count(r => r.Wish is not (Wish.Stop or Wish.Unclear)) * 100 <= stops.Count * MostMissedStopsOf100);
        Assert.True(read.Count(r => r.Wish == r.Reply.Wish) * 100 >= read.Count * 95);
    }

    [Theory]
    [InlineData("AYUDA", "es")]
    [InlineData("help", "en")]
    [InlineData("Ajuda", "pt")]
    [InlineData("VOLTAR", "pt")]
    [InlineData("9", null)]
    public void The_word_tells_the_language_of_whom_we_do_not_know(string text, string? locale) => Assert.Equal(locale, WishRules.LocaleOf(text));

    /// <summary>As long as an SMS can be, and longer; half characters; nothing at all.</summary>
    [Fact]
    public void Whatever_comes_is_read_in_no_time()
    {
        string[] odd = ["", " ", "\ud83d", "​", new string('a', 100_000), string.Concat(Enumerable.Repeat("i want to ", 5_000)), string.Concat(Enumerable.Repeat("no ", 5_000)), string.Concat(Enumerable.Repeat("S T O P ", 500))];
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.All(odd, text => Assert.NotEqual(Wish.Start, WishRules.Read(text)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10));
    }

    private static string Share(List<(Reply Reply, Wish Wish)> all, Func<(Reply Reply, Wish Wish), bool> which) =>
        string.Create(CultureInfo.InvariantCulture, $"{all.Count(which),3} ({100.0 * all.Count(which) / all.Count:0.0} %)");

    private sealed record Reply(Wish Wish, string Text)
    {
        public static Reply Of(string line)
        {
            var parts = line.Split(' ', 3);
            return new(Enum.Parse<Wish>(parts[0], ignoreCase: true), parts[2].Replace("\\n", "\n", StringComparison.Ordinal));
        }
    }
}
