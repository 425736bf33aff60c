using CxFunctions.Contacts;
using CxFunctions.Contacts.Suppressions;

namespace CxFunctions.Tests.Unit.Contacts;

public sealed class SuppressionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_later_word_counts_whatever_order_they_come_in_and_however_often()
    {
        var (stop, start, again) = (Said(Noon), Withdrawn(Noon.AddHours(1)), Said(Noon.AddHours(2)));
        Func<Suppression, Suppression>[][] orders = [[stop, start], [start, stop], [stop, start, stop], [start, stop, start]];
        Assert.All(orders, order => Assert.False(After(order).IsStopped));
        Func<Suppression, Suppression>[][] withAgain = [[stop, start, again], [again, start, stop], [start, again, stop], [again, stop, start, stop, start]];
        Assert.All(withAgain, order => Assert.True(After(order).IsStopped));
    }

    [Fact]
    public void Of_two_words_at_one_instant_the_stop_counts() => Assert.True(After(Withdrawn(Noon), Said(Noon)).IsStopped);

    [Fact]
    public void That_an_address_does_not_exist_is_no_wish_and_no_wish_changes_it()
    {
        var gone = new Suppression().Unreachable(Noon);
        Assert.Equal((false, true), (gone.IsStopped, gone.IsUnreachable));
        Assert.True(gone.Withdrawn(Noon.AddHours(1)).IsUnreachable);
        Assert.Equal(Noon, gone.Unreachable(Noon.AddHours(1)).UnreachableSince);
    }

    private static Suppression After(params Func<Suppression, Suppression>[] words) => words.Aggregate(new Suppression(), (known, word) => word(known));

    private static Func<Suppression, Suppression> Said(DateTimeOffset at) => known => known.Stopped("sms", at);

    private static Func<Suppression, Suppression> Withdrawn(DateTimeOffset at) => known => known.Withdrawn(at);
}
