using System.Text.RegularExpressions;
using CxFunctions.LocalHost.Functions;

namespace CxFunctions.LocalHost.Settings;

/// <summary>Puts settings in the place of <c>%names%</c> in the attributes of functions.</summary>
internal static partial class SettingNames
{
    /// <exception cref="LocalHostException">A setting that is named has no value.</exception>
    public static string Resolve(string text, IConfiguration configuration, string function) =>
        Name().Replace(text, match => configuration[LocalSettings.Key(match.Groups[1].Value)] is { Length: > 0 } value ? value
            : throw new LocalHostException($"Function '{function}': '{text}' names the setting '{match.Groups[1].Value}', which has no value."));

    /// <exception cref="LocalHostException">A binding names a setting that has no value.</exception>
    public static void Check(IEnumerable<FunctionDescriptor> functions, IConfiguration configuration)
    {
        foreach (var function in functions.Where(function => function.Trigger.Text("queueName") is not null))
        {
            Resolve(function.Trigger.Text("queueName")!, configuration, function.Name);
        }
    }

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Name();
}
