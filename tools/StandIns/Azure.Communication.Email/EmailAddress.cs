namespace Azure.Communication.Email;

/// <summary>An address, and the name to show for it.</summary>
public readonly struct EmailAddress
{
    public EmailAddress(string address)
        : this(address, null!)
    {
    }

    public EmailAddress(string address, string displayName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        Address = address;
        DisplayName = displayName;
    }

    public string Address { get; }

    public string? DisplayName { get; }
}
