using System.Net;
using System.Text;
using CxFunctions.Dashboard.SignIn;
using CxFunctions.Staff;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Tests.Unit.Dashboard;

public sealed class SignInRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("a-staff-key-for-tests");

    [Fact]
    public void So_many_attempts_are_made_in_a_window_and_the_next_when_it_is_over()
    {
        Attempts? attempts = null;
        for (var i = 0; i < AttemptRules.MostOfAddress; i++)
        {
            (attempts, var none) = AttemptRules.Next(attempts, AttemptRules.MostOfAddress, Now.AddMinutes(i));
            Assert.Equal((i + 1, Now + AttemptRules.Window, TimeSpan.Zero), (attempts!.Count, attempts.Until, none));
        }
        Assert.Equal((null, TimeSpan.FromMinutes(5)), AttemptRules.Next(attempts, AttemptRules.MostOfAddress, Now.AddMinutes(10)));
        Assert.Equal((new Attempts(1, Now + (2 * AttemptRules.Window)), TimeSpan.Zero), AttemptRules.Next(attempts, AttemptRules.MostOfAddress, Now + AttemptRules.Window));
    }

    [Fact]
    public void A_session_opens_until_its_end_and_only_as_it_was_signed()
    {
        var session = StaffSession.New(Now.AddHours(12));
        var cookie = session.Write(Key);
        Assert.Equal(session, StaffSession.Read(cookie, Key, Now.AddHours(12).AddSeconds(-1)));
        Assert.Null(StaffSession.Read(cookie, Key, Now.AddHours(12)));
        Assert.Null(StaffSession.Read(cookie, Encoding.UTF8.GetBytes("another key of the staff"), Now));
        Assert.NotEqual(session.Id, StaffSession.New(Now.AddHours(12)).Id);
        for (var i = 0; i < cookie.Length; i++)
        {
            var changed = cookie[..i] + (cookie[i] == '1' ? '2' : '1') + cookie[(i + 1)..];
            Assert.Null(StaffSession.Read(changed, Key, Now));
        }
        Assert.All([null, "", ".", "a.b", "a.b.c", "a.b.c.d"], wrong => Assert.Null(StaffSession.Read(wrong, Key, Now)));
    }

    [Theory]
    [InlineData("203.0.113.7", "10.0.0.1", "203.0.113.7")]
    [InlineData("203.0.113.7:55123", "10.0.0.1", "203.0.113.7")]
    [InlineData("198.51.100.9, 203.0.113.7:55123", "10.0.0.1", "203.0.113.7")] // what the caller claims stands before
    [InlineData("[2001:db8:1:2:3:4:5:6]:443", "10.0.0.1", "20010DB800010002")]
    [InlineData("", "2001:db8:1:2:ffff::1", "20010DB800010002")]
    [InlineData("nonsense", "10.0.0.1", "10.0.0.1")]
    [InlineData("", "::ffff:10.0.0.1", "10.0.0.1")]
    public void Callers_are_told_apart_by_what_the_platform_says_of_them(string forwarded, string remote, string known)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        context.Request.Headers["X-Forwarded-For"] = forwarded;
        Assert.Equal(known, ClientAddress.Of(context.Request));
    }
}
