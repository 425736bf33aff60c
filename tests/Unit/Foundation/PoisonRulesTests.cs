using Azure;
using CxFunctions.Channels;
using CxFunctions.Foundation;
using CxFunctions.Foundation.Poison;
using Grpc.Core;

namespace CxFunctions.Tests.Unit.Foundation;

public sealed class PoisonRulesTests
{
    private const string Secret = "ana@example.com";

    public static TheoryData<Exception, string> Failures => new()
    {
        { new UnknownMessageException("The message is a FactChanged of version 99; this release knows version 1."), "The message is a FactChanged of version 99; this release knows version 1." },
        { new AggregateException(new UnknownMessageException("Ours."), new InvalidOperationException(Secret)), "Ours." },
        { new RequestFailedException(503, Secret, "ServerBusy", null), "A service answered 503 (ServerBusy)." },
        { MessageServiceException.Of("SMS", new RequestFailedException(429, Secret)), "A service answered 429." },
        { new RequestFailedException(0, Secret), "A service could not be reached." },
        { new RpcException(new Status(StatusCode.Unavailable, Secret)), "The durable engine answered Unavailable." },
        { new InvalidOperationException("outer", new TaskCanceledException(Secret)), "It took too long, or the app was stopped while it was handled." },
        { new KeyNotFoundException(Secret), "It ended with KeyNotFoundException; the log has the rest under the invocation's id." },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_failure_is_one_sentence_that_repeats_nothing_but_our_own_words(Exception failure, string sentence)
    {
        Assert.Equal(sentence, PoisonRules.SentenceOf(failure));
        Assert.DoesNotContain(Secret, PoisonRules.SentenceOf(failure) + PoisonRules.ChainOf(failure), StringComparison.Ordinal);
    }

    [Fact]
    public void The_chain_names_types_from_the_outermost_to_the_cause() =>
        Assert.Equal("InvalidOperationException > AggregateException > TimeoutException", PoisonRules.ChainOf(new InvalidOperationException("a", new AggregateException(new TimeoutException()))));

    [Fact]
    public void A_message_is_known_by_what_it_says_and_its_key_does_not_say_it()
    {
        Assert.Equal(PoisonRules.KeyOf(Secret), PoisonRules.KeyOf(Secret));
        Assert.NotEqual(PoisonRules.KeyOf(Secret), PoisonRules.KeyOf(Secret + " "));
        Assert.Matches("^[A-Za-z0-9_-]{27}$", PoisonRules.KeyOf(Secret));
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData("", 5)]
    [InlineData("1", 1)]
    [InlineData("12", 12)]
    public void The_last_try_is_what_host_json_says(string? written, int tries) => Assert.Equal(tries, DequeueLimit.Of(written).Tries);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("five")]
    public void A_limit_that_is_none_stops_the_host(string written) =>
        Assert.Contains("maxDequeueCount", Assert.Throws<InvalidOperationException>(() => DequeueLimit.Of(written)).Message, StringComparison.Ordinal);
}
