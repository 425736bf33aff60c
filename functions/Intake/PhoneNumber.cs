using System.Text.RegularExpressions;

namespace CxFunctions.Intake;

/// <summary>Phone numbers as E.164 has them: a plus sign and up to 15 digits, the first of them not 0.</summary>
internal static partial class PhoneNumber
{
    /// <summary>Takes out what people write between the digits: spaces, hyphens, dots, brackets.</summary>
    public static string Compact(string phone) => Between().Replace(phone, "");

    public static bool IsE164(string phone) => E164().IsMatch(phone);

    [GeneratedRegex(@"[\s\-.()\u00A0]")]
    private static partial Regex Between();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z")]
    private static partial Regex E164();
}
