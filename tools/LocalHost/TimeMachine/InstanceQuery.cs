using DurableTask.Core;

namespace CxFunctions.LocalHost.TimeMachine;

/// <summary>Which instances are asked for, page by page in the order of their ids. What is left out does not limit.</summary>
internal sealed record InstanceQuery
{
    public IReadOnlyCollection<OrchestrationStatus>? Statuses { get; init; }

    /// <summary>Earliest time of creation, UTC, inclusive; the smallest time means none.</summary>
    public DateTime? CreatedFrom { get; init; }

    /// <summary>Latest time of creation, UTC, inclusive; the smallest time means none.</summary>
    public DateTime? CreatedTo { get; init; }

    public string? Prefix { get; init; }

    /// <summary>How many at a time; 0 or less: all.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>The token of the page before.</summary>
    public string? ContinuationToken { get; init; }

    public bool Inputs { get; init; } = true;

    public bool Outputs { get; init; } = true;

    /// <summary>Whether an instance is among those asked for.</summary>
    public bool Includes(OrchestrationState state) =>
        (Statuses is not { Count: > 0 } || Statuses.Contains(state.OrchestrationStatus))
        && (CreatedFrom is not { } from || from == default || state.CreatedTime >= from)
        && (CreatedTo is not { } to || to == default || state.CreatedTime <= to)
        && (string.IsNullOrEmpty(Prefix) || state.OrchestrationInstance.InstanceId.StartsWith(Prefix, StringComparison.Ordinal));

    /// <summary>One page, with the token of the next where there is one.</summary>
    /// <param name="inOrder">All instances, in the ordinal order of their ids.</param>
    public InstancePage Page(IEnumerable<OrchestrationState> inOrder)
    {
        var size = PageSize > 0 ? PageSize : int.MaxValue;
        var found = inOrder
            .Where(s => string.IsNullOrEmpty(ContinuationToken) || string.CompareOrdinal(s.OrchestrationInstance.InstanceId, ContinuationToken) > 0)
            .Where(Includes)
            .Take(size == int.MaxValue ? size : size + 1)
            .ToList();
        var page = found.Take(size).Select(s => InstanceStates.Copy(s, Inputs, Outputs)).ToList();
        return new InstancePage(page, found.Count > size ? page[^1].OrchestrationInstance.InstanceId : null);
    }
}

/// <summary>A page of instances.</summary>
/// <param name="States">Copies of their states.</param>
/// <param name="ContinuationToken">Asks for the next page; null after the last.</param>
internal sealed record InstancePage(IReadOnlyList<OrchestrationState> States, string? ContinuationToken);
