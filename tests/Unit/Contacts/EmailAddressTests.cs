using CxFunctions.Contacts.Spelling;

namespace CxFunctions.Tests.Unit.Contacts;

public class EmailAddressTests
{
    [Theory]
    [InlineData("ana@example.com", "ana@example.com")]
    [InlineData("Ana.Díaz+tienda@sub.example.com", "Ana.Díaz+tienda@sub.example.com")]
    [InlineData("José@exämple.pe", "José@exämple.pe")]
    [InlineData("o'neil@example.ie", "o'neil@example.ie")]
    [InlineData("\u200bana@example.com\ufeff", "ana@example.com")]
    [InlineData("\u00a0ana@example.com\u00a0", "ana@example.com")]
    [InlineData("ana\uff20example.com", "ana@example.com")]
    [InlineData("mailto:ana@example.com?subject=Hola", "ana@example.com")]
    [InlineData("Ana Díaz <ana@example.com>", "ana@example.com")]
    [InlineData("<ana@example.com>", "ana@example.com")]
    [InlineData("ana@example.com;", "ana@example.com")]
    public void An_address_is_taken_out_of_what_stands_around_it(string text, string address) => Assert.Equal(address, EmailAddress.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("n/a")]
    [InlineData("ana at example.com")]
    [InlineData("ana@example")]
    [InlineData("ana@@example.com")]
    [InlineData("ana@example..com")]
    [InlineData("ana@.example.com")]
    [InlineData("@example.com")]
    [InlineData("ana@example.com, bo@example.com")]
    [InlineData("ana@example.com bo@example.com")]
    [InlineData("<ana@example.com> <bo@example.com>")]
    [InlineData("+51987654321")]
    public void None_or_several_are_none(string text) => Assert.Null(EmailAddress.Parse(text));

    [Fact]
    public void Nothing_longer_than_a_path_of_mail_is_one() => Assert.Null(EmailAddress.Parse(new string('a', 243) + "@example.com"));
}
