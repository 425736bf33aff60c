namespace CxFunctions.Dashboard.Exports;

/// <summary>
/// Spreadsheets run a cell that begins like a formula. Text that does is given an apostrophe, which they show as nothing and read as "this is text"
/// (OWASP, "CSV Injection"). Numbers are numbers and stay.
/// </summary>
public static class CsvRules
{
    // The full-width forms are taken for the plain ones by some programs; tab, carriage return and line feed hide what follows.
    private const string Starts = "=+-@\t\r\n＝＋－＠";

    public static string Guard(string text) => text.Length > 0 && Starts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
