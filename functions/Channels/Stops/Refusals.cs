using System.Text.RegularExpressions;
using Azure;

namespace CxFunctions.Channels.Stops;

/// <summary>A service's refusal of a whole request, in words that may be kept: its own may quote whom it was sent to.</summary>
internal static partial class Refusals
{
    /// <returns>Null where the service is only out of reach, out of order or throttling.</returns>
    public static (string Why, Blame Blame)? Of(RequestFailedException e) =>
        BlameRules.OfRequest(e.Status, $"{e.ErrorCode} {BodyOf(e)}") is not Blame.Passing and var blame ? (Name(e), blame) : null;

    private static string Name(RequestFailedException e) => e.ErrorCode is { } code && Word().IsMatch(code) ? $"{e.Status} ({code})" : $"{e.Status}";

    private static string? BodyOf(RequestFailedException e)
    {
        try
        {
            return e.GetRawResponse()?.Content.ToString();
        }
        catch (InvalidOperationException)
        {
            return null; // It was not kept.
        }
    }

    [GeneratedRegex(@"^[A-Za-z]{1,60}\z")]
    private static partial Regex Word();
}
