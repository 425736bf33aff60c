using CxFunctions.Catalog;
using CxFunctions.Foundation;
using CxFunctions.Messages;
using CxFunctions.Rollups;
using FsCheck;
using FsCheck.Fluent;

namespace CxFunctions.Tests.Unit.Rollups;

public class FactRulesTests
{
    private static readonly Gen<FactChanged> News =
        from stage in Gen.Elements<FieldworkStage?>([null, .. Enum.GetValues<FieldworkStage>().Cast<FieldworkStage?>()])
        from channel in Gen.Elements<Channel?>(null, Channel.Sms, Channel.Email)
        from revision in Gen.Choose(1, 3)
        from scored in Gen.Elements(true, false)
        from nps in Gen.Choose(0, 10)
        from csat in Gen.Choose(0, 5)
        from sentiment in Gen.Elements(null, "positive", "negative", "mixed")
        select new FactChanged(1, "j", "bank", "branch", At, new Dictionary<string, string> { ["branch"] = "Lima" }, stage, channel,
            !scored ? null : csat == 0 ? new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = nps } : new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = nps, [QuestionKind.Csat] = csat },
            revision, sentiment);

    private static readonly DateTimeOffset At = new(2026, 11, 22, 10, 15, 0, TimeSpan.Zero);

    [Fact]
    public void News_in_any_order_and_any_number_end_in_the_same_row()
    {
        var shuffled = from news in Gen.ArrayOf(News).Where(n => n.Length > 0)
                       from again in Gen.SubListOf(news)
                       from order in Gen.Shuffle(news.Concat(again).ToArray())
                       select (news, order);
        Prop.ForAll(shuffled.ToArbitrary(), t => FactRules.Same(All(t.news), All(t.order))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Merging_is_associative() =>
        Prop.ForAll(News.Three().ToArbitrary(), t =>
        {
            var (a, b, c) = (FactRules.From(t.Item1), FactRules.From(t.Item2), FactRules.From(t.Item3));
            return FactRules.Same(FactRules.Merge(FactRules.Merge(a, b), c), FactRules.Merge(a, FactRules.Merge(b, c)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Stages_that_were_reached_together_count_as_if_they_had_been_told_one_by_one()
    {
        var news = new FactChanged(2, "j", "bank", "branch", At, new Dictionary<string, string>());
        var together = All(news with { Stages = [FieldworkStage.Received, FieldworkStage.Eligible] });
        var oneByOne = All(news with { Stage = FieldworkStage.Received }, news with { Stage = FieldworkStage.Eligible });
        Assert.True(FactRules.Same(together, oneByOne));
    }

    /// <summary>As the release before wrote it: it may still lie on the queue when this one takes over.</summary>
    [Fact]
    public void A_message_of_version_1_is_read()
    {
        const string Old = """{"version":1,"journeyId":"j","program":"bank","touchpoint":"branch","occurredAt":"2026-11-22T10:15:00+00:00","dimensions":{},"stage":"delivered","channel":"sms","revision":0}""";
        var news = QueueMessage.Read<FactChanged>(Old, m => m.Version, FactChanged.CurrentVersion, oldest: 1);
        var fact = FactRules.From(news);
        Assert.Equal((FieldworkStage.Delivered, Channel.Sms, 2), (Assert.Single(fact.Stages), fact.Channel!.Value, fact.ChannelRank));
        Assert.Throws<UnknownMessageException>(() => QueueMessage.Read<FactChanged>(Old.Replace(":1,", ":3,", StringComparison.Ordinal), m => m.Version, FactChanged.CurrentVersion, oldest: 1));
        Assert.Throws<UnknownMessageException>(() => QueueMessage.Read<FactChanged>(Old.Replace(":1,", ":0,", StringComparison.Ordinal), m => m.Version, FactChanged.CurrentVersion, oldest: 1));
    }

    [Fact]
    public void A_stage_once_reached_stays_reached() =>
        Prop.ForAll(News.Two().ToArbitrary(), t =>
            FactRules.Merge(FactRules.From(t.Item1), FactRules.From(t.Item2)).Stages.IsSupersetOf(FactRules.From(t.Item1).Stages)).QuickCheckThrowOnFailure();

    [Fact]
    public void Scores_follow_the_highest_revision_even_where_it_arrives_first()
    {
        var second = News2(revision: 2, nps: 9);
        var first = News2(revision: 1, nps: 3);
        Assert.Equal(9, All(second, first).Scores[QuestionKind.Nps]);
        Assert.Equal(9, All(first, second).Scores[QuestionKind.Nps]);
    }

    [Fact]
    public void The_channel_that_was_answered_by_beats_the_one_that_was_tried_before()
    {
        var bySms = new FactChanged(1, "j", "bank", "branch", At, new Dictionary<string, string>(), FieldworkStage.Invited, Channel.Email);
        var answered = News2(revision: 1, nps: 9) with { Channel = Channel.Sms };
        Assert.Equal(Channel.Sms, All(bySms, answered).Channel);
        Assert.Equal(Channel.Sms, All(answered, bySms).Channel);
    }

    private static FactChanged News2(int revision, int nps) => new(1, "j", "bank", "branch", At, new Dictionary<string, string>(),
        FieldworkStage.Answered, Channel.Sms, new Dictionary<QuestionKind, int> { [QuestionKind.Nps] = nps }, revision);

    private static CxFunctions.Rollups.Fact All(params FactChanged[] news) => news.Select(FactRules.From).Aggregate(FactRules.Merge);
}
