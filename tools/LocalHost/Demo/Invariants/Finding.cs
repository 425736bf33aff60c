using System.Globalization;

namespace CxFunctions.LocalHost.Demo.Invariants;

/// <summary>What a check found.</summary>
/// <param name="Looked">What it looked at, for instance "312 transactions".</param>
/// <param name="Breaches">Every breach, by ids; no personal data.</param>
internal sealed record Finding(string Looked, IReadOnlyList<string> Breaches)
{
    private const int Told = 5;

    public string Detail => Breaches.Count == 0
        ? Looked
        : string.Create(CultureInfo.InvariantCulture, $"{Looked}; {Breaches.Count} breaches: {string.Join("; ", Breaches.Take(Told))}{(Breaches.Count > Told ? "; …" : "")}");
}

/// <summary>A promise, and whether it was kept.</summary>
internal sealed record InvariantResult(string Name, bool Holds, string Detail);
