using CxFunctions.Messages;

namespace CxFunctions.Contacts;

/// <summary>What was said of a contact, each thing with its time.</summary>
internal sealed record ContactProfile(string Id)
{
    public Said<string>? Name { get; init; }

    public Said<string>? Phone { get; init; }

    public Said<string>? Email { get; init; }

    public Said<string>? Locale { get; init; }

    public Said<string>? TimeZone { get; init; }

    public Said<bool>? SmsConsent { get; init; }

    public Said<bool>? EmailConsent { get; init; }

    public Said<bool>? VoiceConsent { get; init; }

    /// <param name="told">As a transaction told it; what it leaves out says nothing.</param>
    /// <param name="at">The transaction's time, not later than its arrival.</param>
    public static ContactProfile Of(TransactionContact told, DateTimeOffset at) => new(told.Id)
    {
        Name = Text(told.Name, at),
        Phone = Text(told.Phone, at),
        Email = Text(told.Email, at),
        Locale = Text(told.Locale, at),
        TimeZone = Text(told.TimeZone, at),
        SmsConsent = Truth(told.Consent.Sms, at),
        EmailConsent = Truth(told.Consent.Email, at),
        VoiceConsent = Truth(told.Consent.Voice, at),
    };

    /// <summary>Thing by thing the later word; of consent given and refused at one instant, the refusal.</summary>
    public ContactProfile With(ContactProfile other) => this with
    {
        Name = Said<string>.Later(Name, other.Name),
        Phone = Said<string>.Later(Phone, other.Phone),
        Email = Said<string>.Later(Email, other.Email),
        Locale = Said<string>.Later(Locale, other.Locale),
        TimeZone = Said<string>.Later(TimeZone, other.TimeZone),
        SmsConsent = Said<bool>.Later(SmsConsent, other.SmsConsent),
        EmailConsent = Said<bool>.Later(EmailConsent, other.EmailConsent),
        VoiceConsent = Said<bool>.Later(VoiceConsent, other.VoiceConsent),
    };

    public Contact ToContact() => new()
    {
        Id = Id,
        Name = Name?.Value,
        Phone = Phone?.Value,
        Email = Email?.Value,
        Locale = Locale?.Value,
        TimeZone = TimeZone?.Value,
        Consent = new ContactConsent { Sms = SmsConsent?.Value ?? false, Email = EmailConsent?.Value ?? false, Voice = VoiceConsent?.Value ?? false },
    };

    private static Said<string>? Text(string? value, DateTimeOffset at) => value is null ? null : new(value, at);

    private static Said<bool>? Truth(bool? value, DateTimeOffset at) => value is null ? null : new(value.Value, at);
}
