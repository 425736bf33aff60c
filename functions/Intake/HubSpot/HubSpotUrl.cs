using System.Text;

namespace CxFunctions.Intake.HubSpot;

/// <summary>The one way of decoding that HubSpot describes: twelve characters, and no others.</summary>
internal static class HubSpotUrl
{
    private static readonly Dictionary<string, char> Decoded = new(StringComparer.OrdinalIgnoreCase)
    {
        ["%3A"] = ':',
        ["%2F"] = '/',
        ["%3F"] = '?',
        ["%40"] = '@',
        ["%21"] = '!',
        ["%24"] = '$',
        ["%27"] = '\'',
        ["%28"] = '(',
        ["%29"] = ')',
        ["%2A"] = '*',
        ["%2C"] = ',',
        ["%3B"] = ';',
    };

    public static string Decode(string url)
    {
        if (!url.Contains('%', StringComparison.Ordinal))
        {
            return url;
        }
        var text = new StringBuilder(url.Length);
        for (var i = 0; i < url.Length; i++)
        {
            // One pass, so that %253A becomes %3A at most never a colon.
            if (url[i] == '%' && i + 3 <= url.Length && Decoded.TryGetValue(url.Substring(i, 3), out var character))
            {
                text.Append(character);
                i += 2;
            }
            else
            {
                text.Append(url[i]);
            }
        }
        return text.ToString();
    }
}
