using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CxFunctions.Foundation.Poison;

/// <summary>
/// How often the host hands out a queue message before it puts it into poison: <c>extensions.queues.maxDequeueCount</c> of host.json, which
/// lies beside the app. The worker is told the number of each try but not which is the last.
/// </summary>
/// <param name="Tries">At least 1.</param>
public sealed record DequeueLimit(int Tries)
{
    /// <summary>The platform's, where host.json says nothing.</summary>
    public const int Default = 5;

    private const string Setting = "extensions:queues:maxDequeueCount";

    /// <param name="configuration">The worker's; a setting may stand above the file, as the host has it.</param>
    /// <exception cref="InvalidOperationException">It is not a whole number of at least 1.</exception>
    public static DequeueLimit Read(IConfiguration configuration)
    {
        var folder = configuration["FUNCTIONS_APPLICATION_DIRECTORY"] is { Length: > 0 } named && Directory.Exists(named) ? named : AppContext.BaseDirectory;
        var file = new ConfigurationBuilder().AddJsonFile(Path.Combine(Path.GetFullPath(folder), "host.json"), optional: true).Build();
        return Of(configuration[$"AzureFunctionsJobHost:{Setting}"] ?? file[Setting]);
    }

    internal static DequeueLimit Of(string? written) => string.IsNullOrWhiteSpace(written) ? new(Default)
        : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var tries) && tries >= 1 ? new(tries)
        : throw new InvalidOperationException("host.json: extensions.queues.maxDequeueCount must be a whole number of at least 1.");
}
