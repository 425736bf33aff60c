using CxFunctions.Foundation;
using CxFunctions.Staff;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Cases;

/// <summary>Who opens the page of a case, as far as a request tells.</summary>
/// <param name="Who">For the timeline.</param>
/// <param name="Key">The same for the same person on the same device; a short digest, from which neither can be read.</param>
/// <param name="IsProgram">Mail and message programs look at links before anybody does, and say so more or less.</param>
public sealed record CaseVisitor(string Who, string Key, bool IsProgram)
{
    private static readonly string[] Programs =
        ["bot", "crawl", "spider", "preview", "scan", "fetch", "headless", "monitor", "curl/", "wget/", "python", "java/", "go-http", "okhttp", "facebookexternalhit", "whatsapp", "+http"];

    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <param name="request">Of the page.</param>
    /// <param name="caseId">Part of the digest, so that nobody can be followed from case to case.</param>
    /// <param name="staff">The name of who is signed in; null for whoever has the link.</param>
    public static CaseVisitor Of(HttpRequest request, string caseId, string? staff)
    {
        var agent = request.Headers.UserAgent.ToString();
        var address = ClientAddress.Of(request);
        var isProgram = IsProgramOf(request, agent);
        var who = isProgram ? "a program that checks links" : staff ?? $"somebody with the link ({NameOf(Browsers, agent, "a browser")} on {NameOf(Systems, agent, "another system")})";
        return new CaseVisitor(who, StableId.Of("case-visitor", caseId, address, agent, staff ?? "")[..8], isProgram);
    }

    private static bool IsProgramOf(HttpRequest request, string agent) =>
        !agent.StartsWith("Mozilla/", StringComparison.Ordinal)
            || Array.Exists(Programs, mark => agent.Contains(mark, StringComparison.OrdinalIgnoreCase))
            || Array.Exists(["Purpose", "Sec-Purpose", "X-Purpose"], header => request.Headers[header].ToString() is { } purpose
                && (purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase) || purpose.Contains("preview", StringComparison.OrdinalIgnoreCase)));

    private static string NameOf((string Mark, string Name)[] known, string agent, string otherwise) =>
        Array.Find(known, k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name ?? otherwise;
}
