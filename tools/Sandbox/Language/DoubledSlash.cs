namespace CxFunctions.Sandbox.Language;

/// <summary>
/// The address of the service, as Azure shows it, ends with a slash, and clients in JavaScript put <c>/language</c> behind it as it stands.
/// The service takes <c>//language</c> for <c>/language</c>.
/// </summary>
internal static class DoubledSlash
{
    public static void UseSingleSlash(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.Value is { } path && path.StartsWith("//language/", StringComparison.Ordinal))
        {
            context.Request.Path = path[1..];
        }
        return next(context);
    });
}
