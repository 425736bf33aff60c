using Azure;
using CxFunctions.LocalHost.Storage;

namespace CxFunctions.Tests.Unit.LocalHost.Storage;

public class StorageAwayTests
{
    public static TheoryData<Exception, bool> Failures => new()
    {
        { new RequestFailedException(0, "not reached", null, new HttpRequestException("Connection refused (127.0.0.1:10002)")), true },
        { new RequestFailedException(408, "timed out"), true },
        { new RequestFailedException(429, "too many"), true },
        { new RequestFailedException(503, "busy", "ServerBusy", null), true },
        { new RequestFailedException(404, "gone", "TableNotFound", null), false },
        { new RequestFailedException(412, "changed", "UpdateConditionNotSatisfied", null), false },
        { new AggregateException(new RequestFailedException(503, "busy"), new TaskCanceledException("timed out")), true },
        { new AggregateException(new RequestFailedException(503, "busy"), new RequestFailedException(403, "forbidden")), false },
        { new TimeoutException(), true },
        { new InvalidOperationException("a defect"), false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Storage_is_away_where_waiting_may_help(Exception failure, bool isAway) => Assert.Equal(isAway, StorageAway.Is(failure));

    [Fact]
    public void The_service_s_own_code_says_why() =>
        Assert.Equal("ServerBusy", StorageAway.Why(new RequestFailedException(503, "busy\nRequestId: 1\nHeaders: …", "ServerBusy", null)));

    [Fact]
    public void Of_many_tries_the_last_says_why_and_of_a_chain_its_root()
    {
        var tries = new AggregateException("Retry failed after 4 tries.", new TaskCanceledException("timed out"), new RequestFailedException(0, "not reached", null, new HttpRequestException("Connection refused (127.0.0.1:10002)")));

        Assert.Equal("Connection refused (127.0.0.1:10002)", StorageAway.Why(tries));
    }
}
