using System.ComponentModel.DataAnnotations;

namespace CxFunctions.Privacy.Retention;

/// <summary>Section <c>Retention</c>: how long things are kept that nobody needs any more.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>
    /// How long the history of an orchestration is kept after it has ended. At least 3 days: longer than a survey lives, so that whoever looks for
    /// journeys that failed without saying so finds them.
    /// </summary>
    [Range(typeof(TimeSpan), "3.00:00:00", "365.00:00:00", ErrorMessage = "Retention__EndedInstances: 3 to 365 days, for instance 7.00:00:00.")]
    public TimeSpan EndedInstances { get; set; } = TimeSpan.FromDays(7);
}
