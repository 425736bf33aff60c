using CxFunctions.CrmSimulator.People;

namespace CxFunctions.CrmSimulator.Sending;

/// <summary>A customer as our own schema writes one.</summary>
internal static class ContactJson
{
    public static object Of(Person person) => new
    {
        id = person.Id,
        name = person.Name,
        phone = person.Phone,
        email = person.Email,
        locale = person.Country.Locale,
        timeZone = person.Country.TimeZone,
        consent = new { sms = person.ConsentsToSms, email = person.ConsentsToEmail, voice = false },
    };
}
