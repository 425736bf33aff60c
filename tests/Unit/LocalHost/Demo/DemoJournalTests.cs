using System.Net;
using CxFunctions.CrmSimulator.Respondents;
using CxFunctions.LocalHost.Demo;
using CxFunctions.LocalHost.Demo.Plan;

namespace CxFunctions.Tests.Unit.LocalHost.Demo;

public sealed class DemoJournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("demo-journal").FullName;

    [Fact]
    public void WhatWasWrittenIsThereAfterARestart()
    {
        DemoEvent[] events =
        [
            new DayBegun(new DemoStart(At(0), 1, 330, 1)),
            new Delivered("D1-00001", At(1)),
            new Acted("t/1/Answer", "t", ActKind.Answer, "+51900001234", At(2), new SurveyReply(HttpStatusCode.OK, new Dictionary<string, int> { ["nps"] = 9 }, "¡Qué bien!", true)),
            new Managed("c/resolve", At(3), 200),
        ];
        using (var journal = new DemoJournal(_folder))
        {
            Array.ForEach(events, journal.Add);
        }
        using var again = new DemoJournal(_folder);
        Assert.Equal(events.Select(e => e.GetType()), again.Events.Select(e => e.GetType()));
        var act = Assert.Single(again.Events.OfType<Acted>());
        Assert.True(act.Reply.Saved);
        Assert.Equal(("¡Qué bien!", 9), (act.Reply.Words, act.Reply.Scores["nps"]));
    }

    [Fact]
    public void ALineThatWasCutOffNeverHappened()
    {
        using (var journal = new DemoJournal(_folder))
        {
            journal.Add(new DayBegun(new DemoStart(At(0), 1, 330, 1)));
        }
        File.AppendAllText(Path.Combine(_folder, "demo.jsonl"), """{"what":"delivered","key":"D1-0""");
        using (var journal = new DemoJournal(_folder))
        {
            Assert.Single(journal.Events);
            journal.Add(new Delivered("D1-00002", At(1)));
        }
        using var again = new DemoJournal(_folder);
        Assert.Equal("D1-00002", Assert.Single(again.Events.OfType<Delivered>()).Key);
    }

    [Fact]
    public void OnlyTheLastDayIsTold()
    {
        using var journal = new DemoJournal(_folder);
        journal.Add(new DayBegun(new DemoStart(At(0), 1, 330, 1)));
        journal.Add(new Delivered("D1-00001", At(1)));
        journal.Add(new DayEnded(At(2)));
        journal.Add(new DayBegun(new DemoStart(At(3), 1, 330, 2)));
        Assert.Equal(2, Assert.IsType<DayBegun>(Assert.Single(journal.Events)).Start.Day);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static DateTimeOffset At(int minutes) => new DateTimeOffset(2026, 3, 4, 13, 55, 0, TimeSpan.Zero).AddMinutes(minutes);
}
