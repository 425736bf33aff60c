using System.Net;
using CxFunctions.CrmSimulator.Sending;

namespace CxFunctions.Tests.Unit.CrmSimulator;

public sealed class SendReportTests
{
    [Fact]
    public void EveryKindOfAnswerIsCountedApart()
    {
        var report = new SendReport();
        HttpStatusCode?[] answers = [HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable, HttpStatusCode.BadRequest, null];
        foreach (var answer in answers)
        {
            report.Add(answer, 3, TimeSpan.FromMilliseconds(10));
        }
        Assert.Equal(new SendSummary(7, 21, 2, 1, 1, 1, 1, 1, 10, 10), report.Summary());
    }

    [Fact]
    public void PercentilesAreOfTheNearestRank()
    {
        var sorted = Enumerable.Range(1, 100).Select(i => (double)i).ToList();
        Assert.Equal(50, SendReport.Percentile(sorted, 0.50));
        Assert.Equal(99, SendReport.Percentile(sorted, 0.99));
        Assert.Equal(0, SendReport.Percentile([], 0.99));
    }
}
