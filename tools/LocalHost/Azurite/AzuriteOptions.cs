namespace CxFunctions.LocalHost.Azurite;

/// <summary>How to run the storage emulator.</summary>
public sealed record AzuriteOptions
{
    /// <summary>The account of a normal run, and the key of every account: Azurite's published development key.</summary>
    public const string DevelopmentAccount = "devstoreaccount1";

    internal const string DevelopmentKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Where data, log and addresses are kept.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether data lives in memory only: faster, gone with the process. Default no.</summary>
    public bool InMemory { get; init; }

    /// <summary>The accounts it serves; each is a world of its own.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [DevelopmentAccount];

    /// <summary>How long it outlives a host that was killed, to be found by the next one. Default ten minutes.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether it counts what it is asked for; see <c>count.cjs</c>. Default no.</summary>
    public bool CountsOperations { get; init; }
}
