namespace CxFunctions.Bench.Measuring;

/// <summary>How often one kind of request was made of one queue, table or container.</summary>
/// <param name="Service">queue, table or blob.</param>
/// <param name="Name">Of the queue, table or container.</param>
/// <param name="Verb">As the storage services' REST reference names it; what of it found no message is marked so.</param>
/// <param name="Count">Requests; a fraction where a share of the idle ones is taken off.</param>
/// <param name="Bytes">Of their bodies.</param>
internal sealed record StorageOperation(string Service, string Name, string Verb, double Count, double Bytes)
{
    public string Key => $"{Service}/{Name}/{Verb}";
}
