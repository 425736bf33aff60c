namespace CxFunctions.Sandbox.Sms;

/// <summary><c>POST /sms/optouts:add</c>, <c>:remove</c> and <c>:check</c>.</summary>
internal sealed class OptOutEndpoint(OptOuts optOuts)
{
    public IResult Add(HttpContext context) => Each(context, (from, to) => Set(from, to, true));

    public IResult Remove(HttpContext context) => Each(context, (from, to) => Set(from, to, false));

    public IResult Check(HttpContext context) => Each(context, (from, to) => new(to, 200, optOuts.Has(from, to), null));

    private OptOutResponseItem Set(string from, string to, bool optedOut)
    {
        optOuts.Set(from, to, optedOut);
        return new(to, 200, null, null);
    }

    private static IResult Each(HttpContext context, Func<string, string, OptOutResponseItem> act)
    {
        var request = SandboxJson.Read<OptOutRequest>(RawBody.Of(context), out var problem);
        problem ??= !PhoneNumber.IsValidSender(request!.From) ? "Invalid From phone number format."
            : request.Recipients is not { Count: >= 1 and <= SmsRequestRules.MaxRecipients } ? "recipients must name 1 to 100 numbers."
            : null;
        if (problem is not null)
        {
            return ServiceErrors.BadRequest(problem);
        }

        var value = request!.Recipients!.Select(recipient => PhoneNumber.IsValid(recipient.To)
            ? act(request.From!, recipient.To!)
            : new OptOutResponseItem(recipient.To ?? "", 400, null, "Invalid To phone number format.")).ToArray();
        return Results.Json(new { value }, SandboxJson.Options);
    }
}
