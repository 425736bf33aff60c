namespace CxFunctions.CrmSimulator.People;

/// <summary>Where invented people live.</summary>
/// <param name="Locale">BCP 47 tag of the language they are written to in.</param>
/// <param name="TimeZone">IANA zone.</param>
/// <param name="Phones">How their numbers look; <c>#</c> is a digit of the person's own.</param>
/// <param name="Names">First and family names.</param>
/// <param name="Weight">How many of them there are, in comparison.</param>
public sealed record Country(string Locale, string TimeZone, IReadOnlyList<string> Phones, NameList Names, double Weight)
{
    /// <summary>es, en or pt.</summary>
    public string Language => Locale[..2];
}

/// <summary>First names and family names of a language.</summary>
public sealed record NameList(IReadOnlyList<string> First, IReadOnlyList<string> Family);
