using CxFunctions.Foundation;
using FsCheck;
using FsCheck.Fluent;

namespace CxFunctions.Tests.Unit.Foundation;

public sealed class SortedMergeTests
{
    [Fact]
    public void Sorted_streams_become_one_in_which_nothing_is_lost() =>
        Prop.ForAll(Gen.Elements("a", "b", "c", "d", "e", "f").ArrayOf().ArrayOf().ToArbitrary(), streams =>
        {
            var merged = Merge(streams.Select(s => s.Order(StringComparer.Ordinal).ToAsyncEnumerable())).ToListAsync().AsTask().GetAwaiter().GetResult();
            return merged.SequenceEqual(streams.SelectMany(s => s).Order(StringComparer.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task No_stream_is_read_further_than_one_beyond_what_was_taken()
    {
        var read = 0;
        async IAsyncEnumerable<string> Stream(string prefix)
        {
            for (var i = 0; i < 9; i++)
            {
                read++;
                yield return await Task.FromResult($"{prefix}{i}");
            }
        }

        Assert.Equal(["a0", "a1"], await Merge([Stream("a"), Stream("b")]).Take(2).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(3, read);
    }

    private static IAsyncEnumerable<string> Merge(IEnumerable<IAsyncEnumerable<string>> streams) => SortedMerge.Of(streams, s => s, TestContext.Current.CancellationToken);
}
