namespace CxFunctions.Sandbox.Language.Pii;

/// <summary>Arithmetic by which numbers of identity and payment prove themselves. Every text is digits (and letters where named) only.</summary>
internal static class CheckDigits
{
    /// <summary>Payment cards, ISO/IEC 7812.</summary>
    public static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            digit = i % 2 == 0 ? digit : digit * 2;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0 && digits.Distinct().Count() > 1;
    }

    /// <summary>Bank accounts, ISO 13616: the rearranged number is 1 modulo 97.</summary>
    public static bool Iban(string iban)
    {
        var remainder = 0;
        foreach (var c in iban[4..] + iban[..4])
        {
            var value = char.IsDigit(c) ? c - '0' : char.ToUpperInvariant(c) - 'A' + 10;
            remainder = ((remainder * (value > 9 ? 100 : 10)) + value) % 97;
        }

        return remainder == 1;
    }

    /// <summary>Spain: eight digits and the letter they lead to; a foreigner's number begins with X, Y or Z.</summary>
    public static bool Dni(string dni)
    {
        var upper = dni.ToUpperInvariant();
        var number = upper[0] switch { 'X' => "0", 'Y' => "1", 'Z' => "2", _ => upper[..1] } + upper[1..^1];
        return "TRWAGMYFPDXBNJZSQVHLCKE"[int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) % 23] == upper[^1];
    }

    /// <summary>Brazil: eleven digits, the last two computed.</summary>
    public static bool Cpf(string digits) =>
        digits.Length == 11 && digits.Distinct().Count() > 1 && CpfDigit(digits, 9) == digits[9] && CpfDigit(digits, 10) == digits[10];

    /// <summary>Chile: modulo 11, the last place may be K.</summary>
    public static bool Rut(string rut)
    {
        var sum = rut[..^1].Reverse().Select((c, i) => (c - '0') * ((i % 6) + 2)).Sum();
        var expected = (11 - (sum % 11)) switch { 11 => '0', 10 => 'K', var digit => (char)('0' + digit) };
        return char.ToUpperInvariant(rut[^1]) == expected;
    }

    private static char CpfDigit(string digits, int length)
    {
        var sum = digits[..length].Select((c, i) => (c - '0') * (length + 1 - i)).Sum();
        var digit = sum * 10 % 11;
        return (char)('0' + (digit == 10 ? 0 : digit));
    }
}
