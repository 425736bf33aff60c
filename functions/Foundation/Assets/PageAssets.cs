using System.Buffers.Text;
using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace CxFunctions.Foundation.Assets;

/// <summary>A file that pages load: style or script.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">With charset.</param>
/// <param name="Version">Of these bytes alone; part of the address, so that a cache may keep it for ever.</param>
public sealed record Asset(byte[] Content, string ContentType, string Version);

/// <summary>The styles and scripts embedded in the app, from the folders named Pages; served at <c>/assets/NAME</c>.</summary>
public static class PageAssets
{
    private const string Folder = ".Pages.";

    private static readonly FrozenDictionary<string, Asset> All = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.Contains(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[(name.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..], Load, StringComparer.Ordinal);

    public static Asset? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>The address under which the file of this build is served.</summary>
    public static string Url(string name) => $"/assets/{name}?v={All[name].Version}";

    private static Asset Load(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var content = memory.ToArray();
        return new Asset(content, TypeOf(resource), Base64Url.EncodeToString(SHA256.HashData(content).AsSpan(0, 9)));
    }

    private static string TypeOf(string name) => Path.GetExtension(name) == ".css" ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
}
