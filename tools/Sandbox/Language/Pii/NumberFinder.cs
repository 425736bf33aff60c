using System.Text.RegularExpressions;

namespace CxFunctions.Sandbox.Language.Pii;

/// <summary>Finds what has a shape: addresses and numbers. Shapes with a check digit come first, telephones take what is left.</summary>
internal static partial class NumberFinder
{
    public static IEnumerable<PiiEntity> Find(string text) =>
        All(Email(), text, PiiCategories.Email, 0.9)
            .Concat(All(Url(), text, PiiCategories.Url, 0.8))
            .Concat(All(Iban(), text, PiiCategories.Iban, 0.9, value => CheckDigits.Iban(Plain(value))))
            .Concat(All(Card(), text, PiiCategories.CreditCard, 0.9, value => CheckDigits.Luhn(Digits(value))))
            .Concat(All(Cpf(), text, PiiCategories.BrazilianId, 0.9, value => CheckDigits.Cpf(Digits(value))))
            .Concat(All(Rut(), text, PiiCategories.ChileanId, 0.8, value => CheckDigits.Rut(Plain(value))))
            .Concat(All(Dni(), text, PiiCategories.SpanishId, 0.9, value => CheckDigits.Dni(Plain(value))))
            .Concat(All(NamedDni(), text, PiiCategories.SpanishId, 0.5))
            .Concat(All(Phone(), text, PiiCategories.PhoneNumber, 0.8, IsPhone));

    // National numbers have 7 to 11 digits; a plain run of fewer than nine is rather an amount or a reference.
    private static bool IsPhone(string value)
    {
        var digits = Digits(value).Length;
        return value.StartsWith('+') ? digits is >= 8 and <= 15
            : digits is >= 9 and <= 13 || (digits is 7 or 8 && value.AsSpan().IndexOfAny("- ()") >= 0);
    }

    private static IEnumerable<PiiEntity> All(Regex shape, string text, string category, double confidence, Func<string, bool>? isValid = null) =>
        shape.Matches(text)
            .Select(match => match.Groups["value"].Success ? match.Groups["value"] : match)
            .Where(found => isValid is null || isValid(found.Value))
            .Select(found => new PiiEntity(found.Index, found.Length, category, confidence));

    private static string Digits(string value) => string.Concat(value.Where(char.IsAsciiDigit));

    private static string Plain(string value) => string.Concat(value.Where(char.IsAsciiLetterOrDigit));

    [GeneratedRegex(@"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.\p{L}{2,}")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?:https?://|www\.)[^\s<>""']*[^\s<>""'.,;:!?)\]]", RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?<!\w)[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[A-Za-z0-9]{1,3})?(?!\w)")]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<![\d+])(?:\d[ -]?){12,18}\d(?!\d)")]
    private static partial Regex Card();

    [GeneratedRegex(@"(?<!\d)\d{3}\.?\d{3}\.?\d{3}-?\d{2}(?!\d)")]
    private static partial Regex Cpf();

    [GeneratedRegex(@"(?<!\d)\d{1,2}\.?\d{3}\.?\d{3}-[\dkK](?!\w)")]
    private static partial Regex Rut();

    [GeneratedRegex(@"(?<!\w)(?:\d{8}|[XYZxyz]-?\d{7})-?[A-Za-z](?!\w)")]
    private static partial Regex Dni();

    [GeneratedRegex(@"(?<!\w)(?:DNI|documento|cédula|cedula|CI|identidad|identidade|RG|ID)(?: de identidad)?(?: (?:es|número|numero|nro\.?|n[º°]|no\.?|is|é))*:?\s*(?<value>\d[\d.\- ]{4,12}\d)(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex NamedDni();

    [GeneratedRegex(@"(?<![\w+.,/$€])(?:\+\d{1,3}[ .-]?)?(?:\(\d{1,4}\)[ .-]?)?\d{1,5}(?:[ .-]?\d{2,5}){1,4}(?![\w€%/]|[.,]\d)")]
    private static partial Regex Phone();
}
