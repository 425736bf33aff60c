namespace CxFunctions.Catalog;

/// <summary>All programs, checked and immutable.</summary>
public sealed class ProgramCatalog(IEnumerable<SurveyProgram> programs)
{
    private readonly Dictionary<string, SurveyProgram> _programs = programs.ToDictionary(p => p.Id, StringComparer.Ordinal);

    public IReadOnlyCollection<SurveyProgram> All => _programs.Values;

    public SurveyProgram? Find(string id) => _programs.GetValueOrDefault(id);

    /// <exception cref="KeyNotFoundException">No such program: a stored row names a program that was removed.</exception>
    public SurveyProgram Get(string id) =>
        Find(id) ?? throw new KeyNotFoundException($"Program '{id}' is not in the catalog any more; put its file back until its surveys have ended.");
}
