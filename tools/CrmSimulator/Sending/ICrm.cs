using CxFunctions.CrmSimulator.Traffic;

namespace CxFunctions.CrmSimulator.Sending;

/// <summary>A CRM: how it words what happened and how it signs.</summary>
public interface ICrm
{
    /// <summary>The last part of the webhook's address.</summary>
    string Source { get; }

    /// <summary>Requests that it has under way at once.</summary>
    int Concurrency { get; }

    /// <summary>Whether this CRM sees such things happen, under the settings of local.settings.sample.json.</summary>
    bool Knows(Company company, string touchpoint);

    /// <summary>The id by which the host knows the transaction.</summary>
    string IdOf(CrmTransaction transaction);

    byte[] Write(IReadOnlyList<CrmTransaction> transactions);

    IEnumerable<(string Name, string Value)> Sign(string delivery, DateTimeOffset at, ReadOnlySpan<byte> body);
}
