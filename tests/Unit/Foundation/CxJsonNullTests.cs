using System.Text.Json;
using CxFunctions.Foundation;
using CxFunctions.Messages;

namespace CxFunctions.Tests.Unit.Foundation;

public class CxJsonNullTests
{
    [Fact]
    public void What_may_be_null_is_left_out_and_read_back_as_null()
    {
        var unread = new MaskedVerbatim("why", "text", Sentiment: null, Negative: 0.5);
        var json = JsonSerializer.Serialize(unread, CxJson.Lenient);
        Assert.DoesNotContain("sentiment", json);
        Assert.Equal(unread, JsonSerializer.Deserialize<MaskedVerbatim>(json, CxJson.Lenient));
    }

    [Fact]
    public void What_may_not_be_null_must_be_there() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ResponseRef>("""{"contactId":"C-1","occurredAt":"2026-11-22T10:00:00Z"}""", CxJson.Lenient));
}
