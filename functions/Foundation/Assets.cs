using System.Buffers.Text;
using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace CxFunctions.Foundation;

/// <summary>A file that pages load: style or script.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="ContentType">With charset.</param>
/// <param name="Version">Of these bytes alone; part of the address, so that a cache may keep it for ever.</param>
public sealed record Asset(byte[] Content, string ContentType, string Version);

/// <summary>The files embedded in the app under <c>assets/</c>, served at <c>/assets/NAME</c>.</summary>
public static class Assets
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, Asset> All = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], Load, StringComparer.Ordinal);

    public static Asset? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>The address under which the file of this build is served.</summary>
    public static string Url(string name) => $"/{Prefix}{name}?v={All[name].Version}";

    private static Asset Load(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var content = memory.ToArray();
        return new Asset(content, TypeOf(resource), Base64Url.EncodeToString(SHA256.HashData(content).AsSpan(0, 9)));
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        var other => throw new NotSupportedException($"Assets are styles and scripts, not {other}."),
    };
}
