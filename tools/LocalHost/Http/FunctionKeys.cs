using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CxFunctions.LocalHost.Functions;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.LocalHost.Http;

/// <summary>The keys of the app: a master key, a host key for every function, one for each function, and what addresses are hashed with. Made once, then kept.</summary>
internal sealed class FunctionKeys
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly Stored _keys;

    private FunctionKeys(Stored keys) => _keys = keys;

    private sealed record Stored(string Master, string Host, Dictionary<string, string> Functions, string? Address = null);

    public string Master => _keys.Master;

    public string Host => _keys.Host;

    public IReadOnlyDictionary<string, string> Functions => _keys.Functions;

    /// <summary>See the app's setting <c>Privacy__AddressKey</c>; a folder that loses it forgets who said stop.</summary>
    public string Address => _keys.Address!;

    /// <summary>Reads the keys of a folder and adds what is missing.</summary>
    public static FunctionKeys Open(string path, IEnumerable<string> functions)
    {
        var keys = File.Exists(path) ? JsonSerializer.Deserialize<Stored>(File.ReadAllText(path), Json)! : new Stored(NewKey(), NewKey(), []);
        keys = keys.Address is null ? keys with { Address = NewKey() } : keys;
        foreach (var function in functions)
        {
            keys.Functions.TryAdd(function, NewKey());
        }
        File.WriteAllText(path, JsonSerializer.Serialize(keys, Json));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        return new FunctionKeys(keys);
    }

    /// <summary>Whether a key opens a function of a level. The master key opens everything; function and host keys open level Function.</summary>
    public bool Opens(string function, AuthorizationLevel level, string? key) => level switch
    {
        AuthorizationLevel.Anonymous => true,
        AuthorizationLevel.Function => Same(key, _keys.Host) || Same(key, _keys.Master)
            || (_keys.Functions.TryGetValue(function, out var own) && Same(key, own)),
        _ => Same(key, _keys.Master),
    };

    /// <summary>Who may call; an HTTP trigger that says nothing asks for a function's key.</summary>
    public static AuthorizationLevel LevelOf(FunctionBinding trigger) =>
        Enum.TryParse<AuthorizationLevel>(trigger.Text("authLevel"), ignoreCase: true, out var level) ? level : AuthorizationLevel.Function;

    private static bool Same(string? given, string key) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(key));

    private static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
