using CxFunctions.Cases;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CxFunctions.Tests.Unit.Cases;

public class CaseFormTests
{
    private static (CaseAction? Action, IReadOnlyDictionary<string, string> Errors) Parse(params (string Name, string Value)[] fields) =>
        CaseForm.Parse(new FormCollection(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value))));

    [Fact]
    public void A_complete_form_becomes_an_action()
    {
        var (action, errors) = Parse(("move", "resolve"), ("who", " Rosa "), ("outcome", "Settled"), ("wordBack", "Gracias"), ("text", "called"));

        Assert.Empty(errors);
        Assert.Equal(new CaseAction(CaseMove.Resolve, "Rosa", null, "called", CaseOutcome.Settled, "Gracias"), action);
    }

    [Theory]
    [InlineData("fly", "move")]
    [InlineData("acknowledge", "who")]
    [InlineData("assign", "owner")]
    [InlineData("note", "text")]
    [InlineData("resolve", "outcome")]
    public void What_is_missing_is_told_at_its_field(string move, string field)
    {
        var (action, errors) = Parse(("move", move), ("who", field == "who" ? "" : "Rosa"));

        Assert.Null(action);
        Assert.Contains(field, errors.Keys);
    }

    [Theory]
    [InlineData("who", 81)]
    [InlineData("text", 2001)]
    [InlineData("wordBack", 501)]
    public void What_is_too_long_is_told_with_both_numbers(string field, int length)
    {
        var fields = new Dictionary<string, string> { ["move"] = "resolve", ["who"] = "Rosa", ["outcome"] = "Settled", [field] = new('x', length) };

        var (action, errors) = Parse([.. fields.Select(f => (f.Key, f.Value))]);

        Assert.Null(action);
        Assert.Contains(length.ToString(), errors[field]);
    }

    [Fact]
    public void Words_for_the_customer_count_only_when_the_case_is_closed()
    {
        var (action, _) = Parse(("move", "note"), ("who", "Rosa"), ("text", "hm"), ("wordBack", "sent by mistake"));

        Assert.Null(action!.WordBack);
    }
}
