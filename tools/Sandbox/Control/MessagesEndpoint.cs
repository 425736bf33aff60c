using CxFunctions.Sandbox.Messages;

namespace CxFunctions.Sandbox.Control;

/// <summary><c>GET</c> and <c>DELETE /sandbox/messages</c>.</summary>
internal sealed class MessagesEndpoint(MessageLog log)
{
    public IResult Get(HttpContext context)
    {
        var query = MessageQuery.Parse(context.Request.Query, out var problem);
        return query is null ? ServiceErrors.BadRequest(problem!) : Results.Json(log.Find(query), SandboxJson.Options);
    }

    public IResult Delete()
    {
        log.Clear();
        return Results.NoContent();
    }
}
