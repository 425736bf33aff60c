namespace CxFunctions.Journeys;

/// <summary>Section <c>Operations</c>: who hears that the app itself is in trouble.</summary>
public sealed class OperationsOptions
{
    public const string Section = "Operations";

    /// <summary>Names in the programs' recipients; left empty, all recipients of the program that is concerned.</summary>
    public IList<string> Recipients { get; } = [];
}
