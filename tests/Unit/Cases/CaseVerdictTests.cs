using CxFunctions.Cases;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CxFunctions.Tests.Unit.Cases;

public sealed class CaseVerdictTests
{
    private static readonly Case Open = CaseTransitionsTests.NewCase();
    private static readonly Case Taken = Open with { State = CaseState.Acknowledged, Owner = "Rosa" };
    private static readonly Case Closed = Taken with { State = CaseState.Resolved, ResolvedBy = "Rosa", Outcome = CaseOutcome.Settled };

    private static CaseAction By(string who, CaseMove move, Case? seen = null, string? form = null) =>
        new(move, who, move == CaseMove.Assign ? who : null, Outcome: move == CaseMove.Resolve ? CaseOutcome.Settled : null, Seen: seen is null ? null : CaseTransitions.StampOf(seen), Form: form);

    [Fact]
    public void Who_comes_second_changes_nothing_and_the_first_who_clicks_twice_is_no_second()
    {
        Assert.Equal(CaseVerdict.Applies, CaseTransitions.Judge(Open, By("Rosa", CaseMove.Acknowledge, Open)));
        Assert.Equal(CaseVerdict.DoneBefore, CaseTransitions.Judge(Taken, By("Rosa", CaseMove.Acknowledge, Open)));
        Assert.Equal(CaseVerdict.Overtaken, CaseTransitions.Judge(Taken, By("Juan", CaseMove.Acknowledge, Open)));
        Assert.Equal(CaseVerdict.DoneBefore, CaseTransitions.Judge(Closed, By("Rosa", CaseMove.Resolve)));
        Assert.Equal(CaseVerdict.Overtaken, CaseTransitions.Judge(Closed, By("Juan", CaseMove.Resolve)));
    }

    [Theory]
    [InlineData(CaseMove.Assign)]
    [InlineData(CaseMove.Resolve)]
    public void Who_takes_or_closes_what_somebody_took_meanwhile_is_told_first_and_may_then_do_it(CaseMove move)
    {
        Assert.Equal(CaseVerdict.Overtaken, CaseTransitions.Judge(Taken, By("Juan", move, seen: Open)));
        Assert.Equal(CaseVerdict.Applies, CaseTransitions.Judge(Taken, By("Juan", move, seen: Taken)));
        Assert.Equal(CaseVerdict.Applies, CaseTransitions.Judge(Taken, By("Rosa", move, seen: Open)));
        Assert.Equal(CaseVerdict.Applies, CaseTransitions.Judge(Taken, By("Juan", move)));
    }

    [Fact]
    public void A_note_is_always_taken() => Assert.All([Open, Taken, Closed], c => Assert.Equal(CaseVerdict.Applies, CaseTransitions.Judge(c, By("Juan", CaseMove.Note, Open))));

    [Fact]
    public void The_same_form_sent_again_is_done_before_and_one_with_other_words_is_another()
    {
        var first = Note("Called at noon.");
        var noted = CaseTransitions.Apply(Taken, first, Taken.OpenedAt);
        Assert.Equal(CaseVerdict.DoneBefore, CaseTransitions.Judge(noted, Note("Called at noon.")));
        Assert.Equal(CaseVerdict.Applies, CaseTransitions.Judge(noted, Note("Called at noon. Calls back.")));
        Assert.Equal(CaseVerdict.Applies, CaseTransitions.Judge(noted, Note("Called at noon.", page: "another")));

        // The words for colleagues count: who closes with other words came second, also where the rest is the same.
        var closed = CaseTransitions.Apply(Taken, By("Rosa", CaseMove.Resolve, form: "f-1"), Taken.OpenedAt);
        Assert.Equal(CaseVerdict.DoneBefore, CaseTransitions.Judge(closed, By("Rosa", CaseMove.Resolve, form: "f-1")));
        Assert.Equal(CaseVerdict.Overtaken, CaseTransitions.Judge(closed, By("Rosa", CaseMove.Resolve, form: "f-2")));

        static CaseAction Note(string text, string page = "page") => CaseForm.Parse(Form(("move", "note"), ("who", "Rosa"), ("text", text), ("form", page))).Action!;
    }

    [Fact]
    public void All_that_was_typed_by_who_came_second_fits_into_a_note()
    {
        var typed = new CaseFormState(
            Form(("move", "resolve"), ("who", "Juan"), ("outcome", "CauseRemoved"), ("text", new string('t', CaseForm.MostText)), ("wordBack", new string('w', CaseForm.MostWordBack)), ("owner", new string('o', CaseForm.MostName))),
            new Dictionary<string, string>());
        var note = typed.KeptAsNote();

        Assert.True(note.Concerns(CaseMove.Note));
        Assert.Equal("Juan", note.Value("who"));
        Assert.All([new string('t', CaseForm.MostText), new string('w', CaseForm.MostWordBack), "Removed the cause"], part => Assert.Contains(part, note.Value("text"), StringComparison.Ordinal));
        Assert.NotNull(CaseForm.Parse((FormCollection)note.Values!).Action);
    }

    private static FormCollection Form(params (string Name, string Value)[] fields) => new(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value)));
}
