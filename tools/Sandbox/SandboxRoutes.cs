using CxFunctions.Sandbox.Control;
using CxFunctions.Sandbox.Email;
using CxFunctions.Sandbox.Events;
using CxFunctions.Sandbox.Language;
using CxFunctions.Sandbox.Page;
using CxFunctions.Sandbox.Sms;

namespace CxFunctions.Sandbox;

/// <summary>Every route of the Sandbox: first the services' own, behind their gate, then ours.</summary>
internal static class SandboxRoutes
{
    public static void MapSandbox(this WebApplication app)
    {
        var services = app.Services;

        var sms = app.MapGroup("").AddEndpointFilter(Gate(services, CxFunctions.Sandbox.Services.Sms));
        var send = services.GetRequiredService<SmsEndpoint>();
        var optOuts = services.GetRequiredService<OptOutEndpoint>();
        sms.MapPost("/sms", (HttpContext context) => send.Send(context));
        sms.MapPost("/sms/optouts:add", (HttpContext context) => optOuts.Add(context));
        sms.MapPost("/sms/optouts:remove", (HttpContext context) => optOuts.Remove(context));
        sms.MapPost("/sms/optouts:check", (HttpContext context) => optOuts.Check(context));

        var email = app.MapGroup("").AddEndpointFilter(Gate(services, CxFunctions.Sandbox.Services.Email));
        var mail = services.GetRequiredService<EmailEndpoint>();
        email.MapPost("/emails:send", (HttpContext context) => mail.Send(context));
        email.MapGet("/emails/operations/{id}", (HttpContext context, string id) => mail.Operation(context, id));

        var language = app.MapGroup("").AddEndpointFilter(Gate(services, CxFunctions.Sandbox.Services.Language));
        var analyze = services.GetRequiredService<AnalyzeTextEndpoint>();
        language.MapPost("/language/:analyze-text", (HttpContext context) => analyze.Analyze(context));

        var page = services.GetRequiredService<PageEndpoint>();
        var live = services.GetRequiredService<LiveEndpoint>();
        app.MapGet("/", page.Get);
        app.MapGet("/assets/{name}", PageEndpoint.Asset);
        app.MapGet("/sandbox/live", (RequestDelegate)live.StreamAsync);

        var control = app.MapGroup("/sandbox");
        var messages = services.GetRequiredService<MessagesEndpoint>();
        var reply = services.GetRequiredService<ReplyEndpoint>();
        var faults = services.GetRequiredService<FaultsEndpoint>();
        var events = services.GetRequiredService<EventsEndpoint>();
        control.MapGet("/messages", messages.Get);
        control.MapDelete("/messages", messages.Delete);
        control.MapPost("/phones/{number}/reply", (HttpContext context, string number) => reply.PostAsync(context, number));
        control.MapGet("/faults", faults.Get);
        control.MapPut("/faults", (Delegate)faults.PutAsync);
        control.MapGet("/stats", faults.Stats);
        control.MapGet("/events", events.Get);
        control.MapPut("/events", (Delegate)events.PutAsync);
        control.MapGet("/events/validate", events.Validate);
    }

    private static ServiceGate Gate(IServiceProvider services, string service) =>
        ActivatorUtilities.CreateInstance<ServiceGate>(services, service);
}
