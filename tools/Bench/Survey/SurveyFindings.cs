using CxFunctions.Bench.Measuring;

namespace CxFunctions.Bench.Survey;

/// <summary>What a run came to. Usage is without what would have been used with nothing to do.</summary>
internal sealed record SurveyFindings
{
    /// <summary>With nothing to do.</summary>
    public required Usage Idle { get; init; }

    /// <summary>Paced: from webhooks until invitations and delivery reports are dealt with.</summary>
    public required Phase Inviting { get; init; }

    /// <summary>Paced: from answers until they are counted and all is quiet.</summary>
    public required Phase Answering { get; init; }

    /// <summary>All at once, from the webhooks until all is quiet.</summary>
    public required Phase Burst { get; init; }

    /// <summary>From the first webhook of the burst to its last counted answer.</summary>
    public required TimeSpan BurstTook { get; init; }

    /// <summary>Surveys that nobody answered; null where that was not asked for.</summary>
    public Phase? Expired { get; init; }

    public required Latencies ToInvitation { get; init; }

    public required Latencies ToRollup { get; init; }

    public required int Errors { get; init; }
}

/// <param name="Name">As the table heads it.</param>
/// <param name="Surveys">How many went through.</param>
/// <param name="Usage">Of all together.</param>
internal sealed record Phase(string Name, int Surveys, Usage Usage)
{
    public double CpuMsEach => Usage.Cpu.Total / Surveys;

    public double OperationsEach => Usage.Operations.Total / Surveys;
}
