namespace CxFunctions.Tests.Tools;

/// <summary>Folders of the clone that these tests were built from.</summary>
internal static class RepositoryRoot
{
    /// <summary>The full path of a file or folder, by its path from the folder of the solution.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests do not run from a clone.</exception>
    public static string Of(string path)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "CxFunctions.sln")))
            {
                return Path.Combine(at.FullName, path);
            }
        }
        throw new DirectoryNotFoundException("No folder above the tests holds CxFunctions.sln.");
    }
}
