namespace CxFunctions.Sandbox;

/// <summary>The error body all three services share: <c>{"error":{code,message,target,innererror}}</c>.</summary>
internal static class ServiceErrors
{
    public static IResult Of(int status, string code, string message, string? innerCode = null, string? target = null) =>
        new ServiceError(status, code, Results.Json(
            new
            {
                error = new
                {
                    code,
                    message,
                    target,
                    innererror = innerCode is null ? null : new { code = innerCode, message },
                },
            },
            SandboxJson.Options,
            statusCode: status));

    public static IResult BadRequest(string message, string? target = null) => Of(400, "BadRequest", message, target: target);

    private sealed record ServiceError(int StatusCode, string Code, IResult Body) : IResult, IStatusCodeHttpResult
    {
        int? IStatusCodeHttpResult.StatusCode => StatusCode;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers["x-ms-error-code"] = Code;
            return Body.ExecuteAsync(httpContext);
        }
    }
}
