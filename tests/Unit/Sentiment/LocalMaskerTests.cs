using CxFunctions.Sentiment;
using FsCheck;
using FsCheck.Fluent;

namespace CxFunctions.Tests.Unit.Sentiment;

public class LocalMaskerTests
{
    [Theory]
    [InlineData("escríbanme a ana.maría@correo.com.pe hoy", "ana.maría@correo.com.pe")]
    [InlineData("mail a+b%c_d@x-y.io!", "a+b%c_d@x-y.io")]
    [InlineData("llámame al +51 987 654 321 por favor", "+51 987 654 321")]
    [InlineData("llámame al 987654321", "987654321")]
    [InlineData("call (415) 555-0100", "(415) 555-0100")]
    [InlineData("ligue para 11 98765-4321", "11 98765-4321")]
    [InlineData("mi DNI es 45678912.", "45678912")]
    [InlineData("mi DNI es 45.678.912.", "45.678.912")]
    [InlineData("pagué $ 1.250.000 987 654 321", "1.250.000 987 654 321")]
    [InlineData("cuenta 191-2345678-0-45", "191-2345678-0-45")]
    [InlineData("tarjeta 4111 1111 1111 1111", "4111 1111 1111 1111")]
    [InlineData("tarjeta 4111/1111/1111/1111", "4111/1111/1111/1111")]
    [InlineData("card 3782_822463_10005 was charged", "3782_822463_10005")]
    [InlineData("pedido 123456", "123456")]
    [InlineData("llame al 987 - 654 - 321", "987 - 654 - 321")]
    [InlineData("llame al 987/654/321 ya", "987/654/321")]
    [InlineData("ligue 11_98765_4321", "11_98765_4321")]
    [InlineData("call 415\u2011555\u20110100", "415\u2011555\u20110100")]
    [InlineData("call \u202A415\u2066 555 0100", "415\u2066 555 0100")]
    [InlineData("call 415·555·0100", "415·555·0100")]
    [InlineData("escriba a ana @ correo.pe por favor", "ana @ correo.pe")]
    [InlineData("escriba a ana@ correo.com.pe", "ana@ correo.com.pe")]
    [InlineData("escriba a ana＠correo.pe", "ana＠correo.pe")]
    [InlineData("٠١٢٣٤٥٦٧٨٩", "٠١٢٣٤٥٦٧٨٩")]
    public void What_is_personal_by_its_form_is_masked_and_nothing_around_it(string text, string personal) =>
        Assert.Equal(text.Replace(personal, new string('*', personal.Length)), LocalMasker.Mask(text));

    [Theory]
    [InlineData("Esperé 45 minutos y pagué 1,250.50 soles")]
    [InlineData("Fui el 22-11-2026 a las 10:30")]
    [InlineData("Desde 2026-11-22 nadie responde")]
    [InlineData("10/10, I would come back in 2027")]
    [InlineData("Caja 3, ticket 1042, 2x1")]
    [InlineData("")]
    [InlineData("@soporte no responde")]
    [InlineData("Fui el 22/11/2026 10:30 y volví el 23/11/2026")]
    [InlineData("Del 1/12/2026 al 15/12/2026, nadie")]
    [InlineData("Me atendió @ tiempo. Gracias")]
    [InlineData("Nota 9/10, 8/10 y 7/10")]
    [InlineData("Horario 9-18, de 2 a 3, 24/7")]
    [InlineData("S/ 1,250 por 2 meses; 3 x 2")]
    [InlineData("De 2019 a 2026, 7 años")]
    [InlineData("Costó $ 1.250.000 y no 1.190.000 pesos")]
    [InlineData("De R$1.250.000,00 para 1.190.000,00 reais")]
    public void What_is_not_personal_stays_readable(string text) => Assert.Equal(text, LocalMasker.Mask(text));

    [Theory]
    [InlineData("4111111111111111", true)]
    [InlineData("378282246310005", true)]
    [InlineData("6011111111111117", true)]
    [InlineData("4111111111111112", false)]
    [InlineData("411111111111", false)]
    public void A_card_is_known_by_its_check_digit(string digits, bool card) => Assert.Equal(card, LocalMasker.IsCard(digits));

    [Fact]
    public void No_mask_changes_the_length_and_masking_twice_is_masking_once() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var masked = LocalMasker.Mask(text);
            return masked.Length == text.Length && LocalMasker.Mask(masked) == masked;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_seven_digits_in_a_row_survive_whatever_stands_around_them() =>
        Prop.ForAll((from before in Texts from digits in Gen.Choose(1_000_000, 999_999_999) from after in Texts select $"{before}{digits}{after}").ToArbitrary(), text =>
            !System.Text.RegularExpressions.Regex.IsMatch(LocalMasker.Mask(text), @"\d{7}")).QuickCheckThrowOnFailure();

    private static readonly Gen<string> Texts =
        Gen.Elements("mi ", "número ", "ana@x.pe", "+51", "987", "12", " ", "-", "/", ".", "(", ")", "é", "😀", "\n", "4111", "1111", "ok").ArrayOf().Select(string.Concat);
}
