namespace CxFunctions.Contacts.Spelling;

/// <summary>One spelling for each address, so that a suppression is found however the address was written.</summary>
internal static class NormalAddress
{
    /// <summary>
    /// E-mail in lower case (providers that tell cases apart do not exist in practice, and stopping one mailbox too many is
    /// the smaller harm); a phone as plus and digits, the plus added where Event Grid leaves it out.
    /// </summary>
    public static string Of(string address)
    {
        var trimmed = address.Trim();
        return trimmed.Contains('@', StringComparison.Ordinal)
            ? trimmed.ToLowerInvariant()
            : "+" + string.Concat(trimmed.Where(char.IsAsciiDigit));
    }
}
