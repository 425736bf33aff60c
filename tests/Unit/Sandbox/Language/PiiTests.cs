using CxFunctions.Sandbox.Language.Pii;

namespace CxFunctions.Tests.Unit.Sandbox.Language;

public sealed class PiiTests
{
    [Theory]
    [InlineData("Escríbanme a ana.perez@example.com.pe por favor", "Email", "ana.perez@example.com.pe")]
    [InlineData("mi cel es +51 987 654 321", "PhoneNumber", "+51 987 654 321")]
    [InlineData("llámame al 987654321", "PhoneNumber", "987654321")]
    [InlineData("ligue (11) 98765-4321", "PhoneNumber", "(11) 98765-4321")]
    [InlineData("call 425-555-0123 now", "PhoneNumber", "425-555-0123")]
    [InlineData("mi tarjeta 4111 1111 1111 1111", "CreditCardNumber", "4111 1111 1111 1111")]
    [InlineData("IBAN ES91 2100 0418 4502 0005 1332.", "InternationalBankingAccountNumber", "ES91 2100 0418 4502 0005 1332")]
    [InlineData("DNI 12345678Z", "ESDNI", "12345678Z")]
    [InlineData("mi DNI es 45678912", "ESDNI", "45678912")]
    [InlineData("CPF 529.982.247-25", "BRCPFNumber", "529.982.247-25")]
    [InlineData("rut 12.345.678-5", "CLIdentityCardNumber", "12.345.678-5")]
    [InlineData("miren https://example.com/p?id=1, gracias", "URL", "https://example.com/p?id=1")]
    [InlineData("Me llamo Ximena Quispe Mamani", "Person", "Ximena Quispe Mamani")]
    [InlineData("me llamo juan perez y quiero mi dinero", "Person", "juan perez")]
    [InlineData("My name is John O'Neil", "Person", "John O'Neil")]
    [InlineData("Meu nome é João da Silva", "Person", "João da Silva")]
    [InlineData("soy carlos", "Person", "carlos")]
    [InlineData("La Sra. Huamán me ayudó", "Person", "Huamán")]
    [InlineData("Me atendió Mr. Krasinski", "Person", "Krasinski")]
    [InlineData("El asesor Carlos fue amable", "Person", "Carlos")]
    [InlineData("Gracias Rosa Méndez", "Person", "Rosa Méndez")]
    [InlineData("Falei com a Fernanda ontem", "Person", "Fernanda")]
    public void Personal_data_is_found(string text, string category, string expected)
    {
        var found = PiiFinder.Find(text, []);
        Assert.Contains(found, e => e.Category == category && text.Substring(e.Start, e.Length) == expected);
    }

    [Theory]
    [InlineData("Esperé 45 minutos y pagué 1200.50")]
    [InlineData("Pedido 20261122")]
    [InlineData("Le doy 9 de 10")]
    [InlineData("Esperanza de que mejore no tengo")]
    [InlineData("Will you fix the app")]
    [InlineData("Gracias señora. Muy amable")]
    [InlineData("Soy cliente desde 2019")]
    [InlineData("this is bad")]
    [InlineData("La atención en la sucursal fue mala")]
    [InlineData("S/ 1,250.00 en 12 cuotas")]
    public void What_is_nobodys_stays(string text) => Assert.Empty(PiiFinder.Find(text, []));

    [Fact]
    public void Redaction_keeps_every_place()
    {
        const string text = "👩‍💼 Me llamo Ana Ruiz, ana@example.com 😡 fin";
        var redacted = PiiFinder.Redact(text, PiiFinder.Find(text, []));
        Assert.Equal(text.Length, redacted.Length);
        Assert.Equal("👩‍💼 Me llamo ********, *************** 😡 fin", redacted);
    }

    [Fact]
    public void Only_the_categories_asked_for_are_returned() =>
        Assert.Equal("Email", Assert.Single(PiiFinder.Find("Soy Ana, ana@example.com", ["Email"])).Category);

    [Theory]
    [InlineData("4111111111111111", true)]
    [InlineData("4111111111111112", false)]
    [InlineData("0000000000000000", false)]
    public void Cards_prove_themselves(string digits, bool valid) => Assert.Equal(valid, CheckDigits.Luhn(digits));

    [Theory]
    [InlineData("52998224725", true)]
    [InlineData("52998224724", false)]
    [InlineData("11111111111", false)]
    public void Brazilian_numbers_prove_themselves(string digits, bool valid) => Assert.Equal(valid, CheckDigits.Cpf(digits));

    [Theory]
    [InlineData("12345678Z", true)]
    [InlineData("12345678A", false)]
    [InlineData("X1234567L", true)]
    public void Spanish_numbers_prove_themselves(string dni, bool valid) => Assert.Equal(valid, CheckDigits.Dni(dni));
}
