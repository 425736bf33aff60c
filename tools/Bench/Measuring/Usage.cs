namespace CxFunctions.Bench.Measuring;

/// <summary>What was used in a stretch of time, or since the start.</summary>
/// <param name="Seconds">How long it was.</param>
/// <param name="Operations">Requests to the storage.</param>
/// <param name="Cpu">Processor time.</param>
internal sealed record Usage(double Seconds, OperationCounts Operations, ProcessorTimes Cpu)
{
    public Usage Since(Usage earlier) =>
        new(Seconds - earlier.Seconds, Operations.Plus(earlier.Operations, -1), Cpu.Plus(earlier.Cpu, -1));

    /// <summary>Without what would have been used in as long a time with nothing to do.</summary>
    public Usage Less(Usage idle) =>
        this with { Operations = Operations.Plus(idle.Operations, -Seconds / idle.Seconds), Cpu = Cpu.Plus(idle.Cpu, -Seconds / idle.Seconds) };

    public Usage And(Usage other) => new(Seconds + other.Seconds, Operations.Plus(other.Operations), Cpu.Plus(other.Cpu));
}
