using Microsoft.Extensions.Logging;

namespace CxFunctions.Rollups;

internal static partial class RollupsLog
{
    [LoggerMessage(6001, LogLevel.Information, "Rollups of program {Program}, month {Month}: another run wrote them meanwhile; they are computed again next time.")]
    public static partial void OvertakenByAnotherRun(this ILogger log, string program, DateTimeOffset month);

    [LoggerMessage(6002, LogLevel.Information, "Rollups of program {Program}: counted anew in time zone {Zone}, {Hours} hours with facts.")]
    public static partial void CountedAnew(this ILogger log, string program, string zone, int hours);
}
