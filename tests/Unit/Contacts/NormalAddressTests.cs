using CxFunctions.Contacts.Spelling;

namespace CxFunctions.Tests.Unit.Contacts;

public sealed class NormalAddressTests
{
    [Theory]
    [InlineData("+51987654321")]
    [InlineData("51987654321")]
    [InlineData(" +51 987-654-321 ")]
    public void A_phone_is_the_same_however_it_is_written(string phone) => Assert.Equal("+51987654321", NormalAddress.Of(phone));

    [Theory]
    [InlineData("Ana@Example.com")]
    [InlineData(" ana@example.com")]
    public void A_mailbox_is_the_same_in_any_case(string email) => Assert.Equal("ana@example.com", NormalAddress.Of(email));
}
