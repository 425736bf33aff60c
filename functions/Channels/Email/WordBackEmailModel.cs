using System.Globalization;
using CxFunctions.Catalog;

namespace CxFunctions.Channels.Email;

/// <summary>What a customer is told about what changed.</summary>
/// <param name="Locale">es, en or pt.</param>
/// <param name="Brand">In whose name.</param>
/// <param name="GivenName">Null where unknown.</param>
/// <param name="Text">The manager's words.</param>
public sealed record WordBackEmailModel(string Locale, Brand Brand, string? GivenName, string Text)
{
    public string Subject => string.Format(CultureInfo.InvariantCulture, Words.WordBackSubject, Brand.Name);

    public string Greeting => GivenName is null ? Words.GreetingUnnamed : string.Format(CultureInfo.InvariantCulture, Words.Greeting, GivenName);

    public string Opening => Words.WordBackOpening;

    private EmailWords Words => EmailWords.In(Locale);
}
