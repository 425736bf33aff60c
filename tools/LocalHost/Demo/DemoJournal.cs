using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CxFunctions.CrmSimulator.Respondents;
using CxFunctions.LocalHost.Demo.Plan;

namespace CxFunctions.LocalHost.Demo;

/// <summary>
/// What the outside world did and was told, in JSON lines. A line is handed to the operating system after the app has answered
/// and before it counts: after <c>kill -9</c> a thing may be done again, but none is thought done that was not.
/// </summary>
internal sealed class DemoJournal : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream _file;
    private readonly List<DemoEvent> _events;

    public DemoJournal(string folder)
    {
        var path = PathIn(folder);
        _events = File.Exists(path) ? Recover(path) : [];
        _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    public static string PathIn(string folder) => Path.Combine(folder, "demo.jsonl");

    /// <summary>Of the last day that was begun, in order.</summary>
    public IReadOnlyList<DemoEvent> Events
    {
        get
        {
            lock (_lock)
            {
                return [.. _events.Skip(_events.FindLastIndex(e => e is DayBegun))];
            }
        }
    }

    public void Add(DemoEvent happened)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(happened, JsonSerializerOptions.Web);
        lock (_lock)
        {
            _file.Write([.. line, (byte)'\n']);
            _file.Flush();
            _events.Add(happened);
        }
    }

    public void Dispose() => _file.Dispose();

    private static List<DemoEvent> Recover(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        if (whole < bytes.Length)
        {
            // Killed while writing it: it did not count yet.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
            file.SetLength(whole);
        }
        return [.. Encoding.UTF8.GetString(bytes, 0, whole)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<DemoEvent>(line, JsonSerializerOptions.Web)!)];
    }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "what")]
[JsonDerivedType(typeof(DayBegun), "begun")]
[JsonDerivedType(typeof(DayResumed), "resumed")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(Acted), "acted")]
[JsonDerivedType(typeof(Managed), "managed")]
[JsonDerivedType(typeof(DayEnded), "ended")]
internal abstract record DemoEvent;

internal sealed record DayBegun(DemoStart Start) : DemoEvent;

/// <summary>The host was started again in the middle of it.</summary>
internal sealed record DayResumed(DateTimeOffset At) : DemoEvent;

/// <summary>A webhook was answered 202.</summary>
/// <param name="Key">Of the planned delivery.</param>
/// <param name="At">When it was answered, on the host's clock.</param>
internal sealed record Delivered(string Key, DateTimeOffset At) : DemoEvent;

/// <summary>A respondent did something and was answered.</summary>
/// <param name="Key">Names the act: token, which message, kind.</param>
/// <param name="Token">Of the link.</param>
/// <param name="Kind">What they did.</param>
/// <param name="To">Their phone or mailbox.</param>
/// <param name="At">When they were answered, on the host's clock.</param>
/// <param name="Reply">How.</param>
internal sealed record Acted(string Key, string Token, ActKind Kind, string To, DateTimeOffset At, SurveyReply Reply) : DemoEvent;

/// <summary>The manager did something on a case's page.</summary>
internal sealed record Managed(string Key, DateTimeOffset At, int Status) : DemoEvent;

/// <summary>The last survey has ended.</summary>
internal sealed record DayEnded(DateTimeOffset At) : DemoEvent;
