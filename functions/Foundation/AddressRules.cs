using System.Text.RegularExpressions;

namespace CxFunctions.Foundation;

/// <summary>What of an address may be written down. Ours end in the secret of a link, storage's in a key that somebody chose.</summary>
internal static partial class AddressRules
{
    /// <summary>The address without tokens, table keys and query; the rest says where a request went, and nothing of whom it was about.</summary>
    public static string WithoutSecrets(string address) => Token().Replace(AfterPath().Replace(TableKeys().Replace(address, "(…)"), ""), "{token}");

    /// <summary>As the client writes them, escaped or not: <c>(PartitionKey='…',RowKey='…')</c>.</summary>
    [GeneratedRegex(@"\(PartitionKey=.*\)", RegexOptions.Singleline)]
    private static partial Regex TableKeys();

    [GeneratedRegex(@"[?#].*", RegexOptions.Singleline)]
    private static partial Regex AfterPath();

    /// <summary>
    /// Whatever stands where a token belongs, well-formed or not: people paste the oddest things there. What follows the queue
    /// <see cref="QueueNames.Cases"/> is none.
    /// </summary>
    [GeneratedRegex(@"(?<=/(?:s|cases|calls|sign-in)/)(?!messages(?:/|$))[^/]+", RegexOptions.IgnoreCase)]
    private static partial Regex Token();
}
