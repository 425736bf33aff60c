using System.Buffers.Text;

namespace Azure.Data.Tables;

/// <summary>Takes the answer of a transaction apart: one part for each action where all went well, else a single one that says why not.</summary>
internal static class BatchAnswer
{
    private static readonly byte[] Status = "HTTP/1.1 "u8.ToArray();
    private static readonly byte[] HeadersEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] Boundary = "\r\n--"u8.ToArray();

    /// <exception cref="TableTransactionFailedException">The service refused an action; the part says which.</exception>
    /// <exception cref="RequestFailedException">The answer does not speak of every action, so nothing is known of the rest.</exception>
    public static Response<IReadOnlyList<Response>> Read(Response answer, int actions)
    {
        var parts = new List<Response>(actions);
        var rest = answer.Content.ToMemory();
        while (Next(ref rest) is { } part)
        {
            if (part.Status >= 400)
            {
                throw new TableTransactionFailedException(new RequestFailedException(part, null, ODataErrorParser.Instance));
            }
            parts.Add(part);
        }
        return parts.Count == actions
            ? Response.FromValue<IReadOnlyList<Response>>(parts, answer)
            : throw new RequestFailedException(answer);
    }

    private static BatchPart? Next(ref ReadOnlyMemory<byte> rest)
    {
        var start = rest.Span.IndexOf(Status);
        if (start < 0)
        {
            return null;
        }
        rest = rest[(start + Status.Length)..];
        var headersEnd = rest.Span.IndexOf(HeadersEnd);
        var head = headersEnd < 0 ? rest : rest[..headersEnd];
        var lineEnd = head.Span.IndexOf((byte)'\n');
        var line = lineEnd < 0 ? head : head[..lineEnd];
        rest = headersEnd < 0 ? default : rest[(headersEnd + HeadersEnd.Length)..];

        var bodyEnd = rest.Span.IndexOf(Boundary);
        var body = bodyEnd < 0 ? rest : rest[..bodyEnd];
        _ = Utf8Parser.TryParse(line.Span, out int status, out var digits);
        return new(status, line[digits..].Trim(" \r"u8), lineEnd < 0 ? default : head[(lineEnd + 1)..], body);
    }
}
