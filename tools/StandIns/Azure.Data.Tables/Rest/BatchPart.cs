using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>One answer within the answer of a transaction. It looks its headers up in the bytes they came in.</summary>
internal sealed class BatchPart(int status, ReadOnlyMemory<byte> reason, ReadOnlyMemory<byte> headers, ReadOnlyMemory<byte> body) : Response
{
    private Stream? _content;

    public override int Status => status;

    public override string ReasonPhrase => Encoding.ASCII.GetString(reason.Span);

    public override Stream? ContentStream
    {
        get => _content ??= new MemoryStream(body.ToArray(), writable: false);
        set => _content = value;
    }

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
        // Holds nothing but memory.
    }

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders()
    {
        foreach (var line in Encoding.UTF8.GetString(headers.Span).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                yield return new HttpHeader(line[..colon], line[(colon + 1)..].Trim());
            }
        }
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        for (var rest = headers.Span; !rest.IsEmpty;)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Length > name.Length && line[name.Length] == ':' && Ascii.EqualsIgnoreCase(line[..name.Length], name))
            {
                value = Encoding.UTF8.GetString(line[(name.Length + 1)..].Trim(" \r"u8));
                return true;
            }
        }
        value = null;
        return false;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }
}
