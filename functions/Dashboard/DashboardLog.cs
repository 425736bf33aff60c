using Microsoft.Extensions.Logging;

namespace CxFunctions.Dashboard;

/// <summary>Log sentences of the slice. Ids only: callers and people are keyed digests (<see cref="SignIn.StaffDoor.Digest"/>).</summary>
internal static partial class DashboardLog
{
    [LoggerMessage(8001, LogLevel.Warning, "A sign-in was refused: the staff key was not right (caller {Caller}).")]
    public static partial void SignInRefused(this ILogger logger, string caller);

    [LoggerMessage(8002, LogLevel.Warning, "A sign-in was not looked at: too many attempts (caller {Caller}); the next in {Wait}.")]
    public static partial void SignInThrottled(this ILogger logger, string caller, TimeSpan wait);

    [LoggerMessage(8003, LogLevel.Warning, "A sign-in was refused: its link is unknown, used or too old (caller {Caller}).")]
    public static partial void LinkRefused(this ILogger logger, string caller);

    [LoggerMessage(8004, LogLevel.Information, "Somebody signed in with {Means} (caller {Caller}).")]
    public static partial void SignedIn(this ILogger logger, string caller, string means);

    [LoggerMessage(8005, LogLevel.Information, "Person {Person} signed out.")]
    public static partial void SignedOut(this ILogger logger, string person);

    [LoggerMessage(8010, LogLevel.Information, "Export {Name} of {Programs} begins: from {From} to {To}, as {Form}.")]
    public static partial void ExportBegins(this ILogger logger, string name, string programs, DateTimeOffset from, DateTimeOffset to, string form);

    [LoggerMessage(8011, LogLevel.Information, "Export {Name} of {Programs} ends with {Rows} rows.")]
    public static partial void ExportEnds(this ILogger logger, string name, string programs, int rows);

    [LoggerMessage(8012, LogLevel.Warning, "Export {Name} of {Programs} was broken off after {Rows} rows.")]
    public static partial void ExportBrokenOff(this ILogger logger, string name, string programs, int rows);

    [LoggerMessage(8020, LogLevel.Information, "{Replayed} messages of queue {Queue} were put back by {Person}.")]
    public static partial void PutBack(this ILogger logger, string queue, int replayed, string person);
}
