namespace CxFunctions.Tests.RealTime;

/// <summary>A customer of one transaction, whom no other test knows.</summary>
internal sealed record Customer(string Name, bool HasPhone = true)
{
    private static int _count;
    private readonly int _number = Interlocked.Increment(ref _count);

    public string Transaction => $"T-{_number}-{Name}";

    public string Phone => $"+5198{_number:0000000}";

    public string Email => $"c{_number}@customers.example";

    /// <summary>Where surveys go.</summary>
    public string Address => HasPhone ? Phone : Email;

    /// <summary>Where the customer bought; a dimension of its own, so that rollups of one customer can be read alone.</summary>
    public string Store => $"Store {_number}";

    /// <summary>The transaction as our own schema words it.</summary>
    public object Buys(DateTimeOffset at, string program) => new
    {
        id = Transaction,
        program,
        touchpoint = QuickPrograms.Touchpoint,
        occurredAt = at,
        contact = new
        {
            id = "C-" + Transaction,
            name = "Ana",
            phone = HasPhone ? Phone : null,
            email = Email,
            locale = "es-PE",
            timeZone = "America/Lima",
            consent = new { sms = HasPhone, email = true },
        },
        attributes = new { store = Store },
    };
}
