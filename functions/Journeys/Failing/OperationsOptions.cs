namespace CxFunctions.Journeys.Failing;

/// <summary>Section <c>Operations</c>: who hears that the app itself is in trouble.</summary>
public sealed class OperationsOptions
{
    public const string Section = "Operations";

    /// <summary>Names in the programs' recipients; a program that has none of them, or all where none are named, tells all its recipients.</summary>
    public IList<string> Recipients { get; } = [];
}
