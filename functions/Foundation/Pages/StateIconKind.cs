namespace CxFunctions.Foundation.Pages;

/// <summary>The sign over a page that only says something.</summary>
public enum StateIconKind
{
    Warning,
    Done,
    Clock,
    Quiet,
    Question,
}
