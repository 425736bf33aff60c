namespace CxFunctions.Sandbox.Language.Pii;

/// <summary>Something personal in a text, by its place in UTF-16 units.</summary>
/// <param name="Category">The service's name for its kind.</param>
/// <param name="Confidence">0 to 1.</param>
internal sealed record PiiEntity(int Start, int Length, string Category, double Confidence)
{
    public int End => Start + Length;
}

internal static class PiiCategories
{
    public const string Person = "Person";
    public const string PhoneNumber = "PhoneNumber";
    public const string Email = "Email";
    public const string Url = "URL";
    public const string CreditCard = "CreditCardNumber";
    public const string Iban = "InternationalBankingAccountNumber";
    public const string SpanishId = "ESDNI";
    public const string BrazilianId = "BRCPFNumber";
    public const string ChileanId = "CLIdentityCardNumber";

    public static readonly IReadOnlyList<string> All =
        [Person, PhoneNumber, Email, Url, CreditCard, Iban, SpanishId, BrazilianId, ChileanId];
}
