namespace CxFunctions.Foundation.Pages;

/// <summary>The sign over a page that only says something.</summary>
internal enum StateIconKind
{
    Warning,
    Done,
    Clock,
    Quiet,
    Question,
}
