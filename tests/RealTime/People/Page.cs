using System.Net;
using CxFunctions.CrmSimulator.Respondents;

namespace CxFunctions.Tests.RealTime;

/// <summary>A page as a browser without script sees it.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Status">How it was answered.</param>
/// <param name="Html">What stands in it.</param>
internal sealed record Page(string Path, HttpStatusCode Status, string Html)
{
    /// <summary>The form that posts, of several the one that goes with this move.</summary>
    /// <param name="move">As a case's forms name it; null where there is one form.</param>
    public HtmlForm Form(string? move = null) =>
        HtmlForm.AllIn(Html).FirstOrDefault(form => form.Method == "POST" && (move is null || form.Hidden.Contains(("move", move))))
        ?? throw new InvalidOperationException($"{Path} ({(int)Status}) has no form {move}: {Html[..Math.Min(Html.Length, 300)]}");
}
