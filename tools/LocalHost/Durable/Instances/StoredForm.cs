using Azure;

namespace CxFunctions.LocalHost.Durable;

/// <summary>How far a history is stored: full segments in rows of their own, the newest lines in the instance's row.</summary>
/// <param name="Segments">Rows of this generation that hold the older lines.</param>
/// <param name="Tail">The newer lines.</param>
/// <param name="Lines">How many events of the history are stored at all.</param>
/// <param name="Spills">How many texts were ever spilled, so that every key is new.</param>
internal sealed record StoredForm(ETag ETag, int Segments, string Tail, int Lines, int Spills)
{
    public static readonly StoredForm Nowhere = new(default, 0, "", 0, 0);
}
