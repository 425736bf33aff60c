using System.Globalization;
using System.Text.RegularExpressions;

namespace CxFunctions.Contacts;

/// <summary>Time zones by the names that systems use: IANA's, Windows', and HubSpot's, which are IANA's in lower case with <c>_slash_</c>.</summary>
internal static partial class TimeZoneName
{
    private static readonly Lazy<Dictionary<string, string>> Known = new(() =>
        TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId).Select(zone => zone.Id).Distinct(StringComparer.OrdinalIgnoreCase).ToDictionary(id => id, StringComparer.OrdinalIgnoreCase));

    /// <param name="text">As somebody wrote it.</param>
    /// <param name="region">Where the contact is likely to be: a Windows zone may hold several countries'. Null where unknown.</param>
    /// <returns>The IANA name; null where it names no zone.</returns>
    public static string? Parse(string text, string? region)
    {
        var name = PlainText.Of(text);
        if (Windows(name, region) is { } iana)
        {
            return iana;
        }
        name = Slash().Replace(name, "/").Replace("_plus_", "+", StringComparison.OrdinalIgnoreCase).Replace("_minus_", "-", StringComparison.OrdinalIgnoreCase).Replace(' ', '_');
        // The pattern keeps paths such as ../ away from the zone files.
        return Name().IsMatch(name) ? Spellings(name).Select(ZoneOf).FirstOrDefault(id => id is not null) : null;
    }

    private static string? Windows(string name, string? region) =>
        (region is not null && TimeZoneInfo.TryConvertWindowsIdToIanaId(name, region, out var iana)) || TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out iana) ? iana : null;

    private static IEnumerable<string> Spellings(string name)
    {
        if (Known.Value.TryGetValue(name, out var known))
        {
            yield return known;
        }
        yield return name;
        // The older names, such as US/Eastern or Etc/GMT+5, are not among those that can be listed.
        yield return name.ToUpperInvariant();
        yield return Words().Replace(name.ToLowerInvariant(), word => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word.Value));
        var parts = name.Split('/');
        yield return string.Join('/', parts[0].ToUpperInvariant(), CultureInfo.InvariantCulture.TextInfo.ToTitleCase(parts[^1].ToLowerInvariant()));
        yield return string.Join('/', CultureInfo.InvariantCulture.TextInfo.ToTitleCase(parts[0].ToLowerInvariant()), parts[^1].ToUpperInvariant());
    }

    // Its own id: what was looked up before is found in any case.
    private static string? ZoneOf(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? zone.Id : null;

    [GeneratedRegex("_slash_", RegexOptions.IgnoreCase)]
    private static partial Regex Slash();

    [GeneratedRegex(@"[a-z]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?=.{1,64}\z)[A-Za-z][A-Za-z0-9_+\-]*(/[A-Za-z0-9_+\-]+){0,2}\z")]
    private static partial Regex Name();
}
