using PhoneNumbers;

namespace CxFunctions.Contacts.Spelling;

/// <summary>A telephone in its one spelling, E.164: a plus sign, the country's code and the number, 15 digits at most.</summary>
/// <param name="E164">For instance +51987654321.</param>
/// <param name="IsTextable">False where its kind is known to take no SMS.</param>
public sealed record Telephone(string E164, bool IsTextable)
{
    private const int LongestText = 100;

    // Placeholders such as 555 555 5555 have fewer; the numbers of test and fiction ranges have more.
    private const int DistinctDigits = 3;

    private static readonly PhoneNumberUtil Plan = PhoneNumberUtil.GetInstance();

    /// <param name="text">As somebody wrote it.</param>
    /// <param name="region">Where it is a local call; null where that is unknown, and only international numbers can be read.</param>
    /// <returns>Null where it is no telephone that anybody could call from abroad.</returns>
    public static Telephone? Parse(string text, string? region)
    {
        if (text.Length > LongestText)
        {
            return null;
        }
        var possible = TelephoneText.Readings(text, region)
            .Select(reading => Number(reading, region))
            .OfType<PhoneNumber>()
            .SelectMany(WithAndWithoutZero)
            .Where(number => Plan.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE)
            .ToList();
        var number = possible.Find(Plan.IsValidNumber) ?? possible.Find(LooksMeant);
        return number is null ? null : new(Plan.Format(number, PhoneNumberFormat.E164), TakesSms(number));
    }

    /// <summary>Whether an SMS to it may arrive. What nobody knows better of may.</summary>
    /// <param name="e164">As stored.</param>
    public static bool TakesSms(string e164) => Number(e164, region: null) is not { } number || TakesSms(number);

    private static PhoneNumber? Number(string text, string? region)
    {
        try
        {
            return Plan.Parse(text, region);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>Where a zero is no part of the number, it is of a trunk's that the plan does not know any more: Chile's 09, Italy's mobiles.</summary>
    private static IEnumerable<PhoneNumber> WithAndWithoutZero(PhoneNumber number)
    {
        yield return number;
        if (Plan.GetNationalSignificantNumber(number).StartsWith('0') && Number($"+{number.CountryCode}{number.NationalNumber}", region: null) is { } without)
        {
            yield return without;
        }
    }

    private static bool LooksMeant(PhoneNumber number) => Plan.GetNationalSignificantNumber(number).Distinct().Count() >= DistinctDigits;

    private static bool TakesSms(PhoneNumber number) => Plan.GetNumberType(number) is not (
        PhoneNumberType.FIXED_LINE or PhoneNumberType.TOLL_FREE or PhoneNumberType.PREMIUM_RATE or PhoneNumberType.SHARED_COST
        or PhoneNumberType.UAN or PhoneNumberType.VOICEMAIL or PhoneNumberType.PAGER);
}
