using System.Text.RegularExpressions;

namespace CxFunctions.Sandbox.Sms;

/// <summary>Shapes of the two ends of an SMS.</summary>
internal static partial class PhoneNumber
{
    /// <summary>E.164: plus and 7 to 15 digits; in North America (+1) exactly ten after the one.</summary>
    public static bool IsValid(string? number) =>
        number is not null && E164().IsMatch(number) && (!number.StartsWith("+1", StringComparison.Ordinal) || number.Length == 12);

    /// <summary>A sender is a number, a short code of five or six digits, or a name of up to eleven letters and digits.</summary>
    public static bool IsValidSender(string? sender) =>
        IsValid(sender) || (sender is not null && (ShortCode().IsMatch(sender) || SenderName().IsMatch(sender)));

    /// <summary>A number as people type it, brought to plus and digits.</summary>
    public static string Normalise(string number) => "+" + string.Concat(number.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"^\+[1-9]\d{6,14}\z")]
    private static partial Regex E164();

    [GeneratedRegex(@"^\d{5,6}\z")]
    private static partial Regex ShortCode();

    [GeneratedRegex(@"^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}\z")]
    private static partial Regex SenderName();
}
