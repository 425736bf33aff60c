namespace CxFunctions.Sandbox;

/// <summary>The outside services by the names that faults and counts use.</summary>
internal static class Services
{
    public const string Sms = "sms";
    public const string Email = "email";
    public const string Language = "language";

    public static readonly IReadOnlyList<string> All = [Sms, Email, Language];
}
