namespace CxFunctions.Sandbox;

/// <summary>The bytes of a request as they came, read once: the signature is over them, not over what a parser makes of them.</summary>
internal static class RawBody
{
    private static readonly object Key = new();

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        ReadOnlyMemory<byte> body = buffer.ToArray();
        context.Items[Key] = body;
        return body;
    }

    public static ReadOnlySpan<byte> Of(HttpContext context) => ((ReadOnlyMemory<byte>)context.Items[Key]!).Span;
}
