using System.Text;
using CxFunctions.Responses;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Tests.Unit.Responses;

public sealed class PostedAnswersTests
{
    /// <summary>An emoji cut in half by whoever wrote the JSON. Refused, the page sends its form instead; failed, it would fail for ever.</summary>
    [Fact]
    public async Task Half_a_character_is_the_sender_s_mistake_and_not_ours()
    {
        var request = new DefaultHttpContext().Request;
        request.ContentType = "application/json";
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes("""{"answers":{"recommend":9,"why":"bien \ud83d"}}"""));

        var (answers, refusal) = await PostedAnswers.ReadAsync(request, TestContext.Current.CancellationToken);

        Assert.Null(answers);
        Assert.Equal(400, Assert.IsType<IStatusCodeHttpResult>(refusal, exactMatch: false).StatusCode);
    }
}
