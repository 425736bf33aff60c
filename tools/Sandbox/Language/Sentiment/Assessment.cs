namespace CxFunctions.Sandbox.Language.Sentiment;

/// <summary>A word or phrase that judges.</summary>
/// <param name="First">Index of its first token in the sentence.</param>
/// <param name="Count">Its tokens, 1 and up.</param>
/// <param name="Base">Valence of the word alone, -5 to 5.</param>
/// <param name="Value">Valence in this place, after negation and the rest.</param>
internal sealed record Assessment(int First, int Count, double Base, double Value, bool IsNegated)
{
    public int Last => First + Count - 1;
}
