namespace CxFunctions.Foundation.Pages;

/// <summary>Style sheets and scripts travel inside the assembly.</summary>
internal static class EmbeddedText
{
    /// <param name="name">Folder and file with dots, for instance <c>Foundation.Pages.respondent.css</c>.</param>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream("CxFunctions." + name)
            ?? throw new InvalidOperationException($"The assembly holds no '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
