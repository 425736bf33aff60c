using System.Globalization;
using System.Text.RegularExpressions;

namespace CxFunctions.Contacts.Spelling;

/// <summary>Time zones by the names that systems use: IANA's, Windows', and HubSpot's, which are IANA's in lower case with <c>_slash_</c>.</summary>
internal static partial class TimeZoneName
{
    private static readonly Lazy<Dictionary<string, string>> Listed = new(() => TimeZoneInfo.GetSystemTimeZones()
        .Where(zone => zone.HasIanaId).Select(zone => zone.Id).Distinct(StringComparer.OrdinalIgnoreCase).ToDictionary(id => id, StringComparer.OrdinalIgnoreCase));

    /// <param name="text">As somebody wrote it.</param>
    /// <param name="region">Where the contact is likely to be: a Windows zone may hold several countries'. Null where unknown.</param>
    /// <returns>The IANA name; null where it names no zone.</returns>
    public static string? Parse(string text, string? region)
    {
        var name = PlainText.Of(text);
        if (OfWindows(name, region) is { } iana)
        {
            return iana;
        }
        name = OfHubSpot(name).Replace(' ', '_');
        // The pattern keeps paths such as ../ away from the zone files.
        return Name().IsMatch(name) ? Spellings(name).Select(IdOf).FirstOrDefault(id => id is not null) : null;
    }

    private static string? OfWindows(string name, string? region) =>
        (region is not null && TimeZoneInfo.TryConvertWindowsIdToIanaId(name, region, out var iana)) || TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out iana) ? iana : null;

    private static string OfHubSpot(string name) => name
        .Replace("_slash_", "/", StringComparison.OrdinalIgnoreCase)
        .Replace("_plus_", "+", StringComparison.OrdinalIgnoreCase)
        .Replace("_minus_", "-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Zone files know one spelling only. The older names are in no list, so they are tried as they are written: US/Eastern, Etc/GMT+5, EST5EDT.</summary>
    private static IEnumerable<string> Spellings(string name)
    {
        if (Listed.Value.TryGetValue(name, out var listed))
        {
            yield return listed;
        }
        yield return name;
        var (area, place) = name.Split('/') is [var first, .. var rest] ? (first, string.Join('/', rest)) : (name, "");
        foreach (var (one, other) in new[] { (Title(area), Title(place)), (area.ToUpperInvariant(), Title(place)), (Title(area), place.ToUpperInvariant()) })
        {
            yield return place.Length == 0 ? one : $"{one}/{other}";
        }
    }

    // Its own id: what was looked up before is found in any case.
    private static string? IdOf(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? zone.Id : null;

    private static string Title(string words) => Word().Replace(words.ToLowerInvariant(), word => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word.Value));

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?=.{1,64}\z)[A-Za-z][A-Za-z0-9_+\-]*(/[A-Za-z0-9_+\-]+){0,2}\z")]
    private static partial Regex Name();
}
