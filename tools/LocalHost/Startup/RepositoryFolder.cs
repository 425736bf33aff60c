namespace CxFunctions.LocalHost;

/// <summary>The folder of the solution, which holds host.json, local settings and the emulator's package.json.</summary>
internal static class RepositoryFolder
{
    /// <exception cref="LocalHostException">Neither the working folder nor this program lies in a clone of the repository.</exception>
    public static string Find() =>
        FindFrom(AppContext.BaseDirectory) ?? FindFrom(Environment.CurrentDirectory)
        ?? throw new LocalHostException("LocalHost runs from a clone of the repository: CxFunctions.sln was not found in any folder above.");

    private static string? FindFrom(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "CxFunctions.sln")))
            {
                return at.FullName;
            }
        }
        return null;
    }
}
