using CxFunctions.Catalog;

namespace CxFunctions.Channels.Notices;

/// <summary>Section <c>Operations</c>: who hears that the app itself is in trouble.</summary>
public sealed class OperationsOptions
{
    public const string Section = "Operations";

    /// <summary>Names in the programs' recipients; a program that has none of them, or all where none are named, tells all its recipients.</summary>
    public IList<string> Recipients { get; } = [];

    /// <summary>Those of a program.</summary>
    public IReadOnlyList<string> RecipientsOf(SurveyProgram program) =>
        Recipients.Where(program.Recipients.ContainsKey).ToList() is { Count: > 0 } named ? named : [.. program.Recipients.Keys];
}
