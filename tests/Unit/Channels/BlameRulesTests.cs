using CxFunctions.Channels.Stops;

namespace CxFunctions.Tests.Unit.Channels;

public sealed class BlameRulesTests
{
    [Theory]
    [InlineData(401, "Denied", Blame.Ours)]
    [InlineData(403, null, Blame.Ours)]
    [InlineData(404, "DomainNotLinked The specified sender domain has not been linked.", Blame.Ours)]
    [InlineData(404, null, Blame.Ours)]
    [InlineData(400, "BadRequest Request body validation error. See property 'senderAddress'", Blame.Ours)]
    [InlineData(400, "InvalidSenderUserName", Blame.Ours)]
    [InlineData(400, "Invalid From phone number format.", Blame.Ours)]
    [InlineData(400, "{\"errors\":{\"From\":[\"The number is not provisioned.\"]}}", Blame.Ours)]
    [InlineData(400, "The sender may not write to this recipient's domain.", Blame.Ours)]
    [InlineData(400, "MissingApiVersionParameter The api-version query parameter is required.", Blame.Ours)]
    [InlineData(400, "BadRequest Invalid format for email address of a recipient. recipients", Blame.Recipient)]
    [InlineData(400, "Invalid To phone number format.", Blame.Recipient)]
    [InlineData(400, "{\"errors\":{\"SmsRecipients[0].To\":[\"is invalid\"]}}", Blame.Recipient)]
    [InlineData(400, null, Blame.Unclear)]
    [InlineData(422, "something is wrong", Blame.Unclear)]
    [InlineData(429, "TooManyRequests", Blame.Passing)]
    [InlineData(500, "From", Blame.Passing)]
    [InlineData(503, null, Blame.Passing)]
    [InlineData(0, null, Blame.Passing)]
    public void A_request_that_was_refused_is_somebodys_fault(int status, string? text, Blame blame) => Assert.Equal(blame, BlameRules.OfRequest(status, text));

    [Theory]
    [InlineData(400, "Invalid To phone number format.", Blame.Recipient)]
    [InlineData(400, null, Blame.Recipient)]
    [InlineData(404, null, Blame.Recipient)]
    [InlineData(401, null, Blame.Ours)]
    [InlineData(400, "The From number can not send to this country.", Blame.Ours)]
    [InlineData(429, null, Blame.Passing)]
    [InlineData(500, null, Blame.Passing)]
    public void A_recipient_that_was_refused_alone_is_mostly_to_blame(int status, string? text, Blame blame) => Assert.Equal(blame, BlameRules.OfRecipient(status, text));
}
