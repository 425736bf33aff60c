using System.Reflection;
using System.Text.Json;
using CxFunctions.Foundation.OpenApi;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Tests.Unit.Foundation;

public class OpenApiTests
{
    [Fact]
    public void Every_address_of_the_app_is_described_and_nothing_else()
    {
        using var stream = typeof(OpenApiEndpoint).Assembly.GetManifestResourceStream(OpenApiEndpoint.Resource)!;
        using var document = JsonDocument.Parse(stream);
        var described = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Where(m => m.Name != "parameters").Select(m => $"{m.Name} {path.Name}"));

        Assert.Equal(Functions().Order(), described.Order());
    }

    /// <summary>Styles and scripts are no interface, and HEAD is GET without its body.</summary>
    private static IEnumerable<string> Functions() =>
        from type in typeof(OpenApiEndpoint).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        from trigger in method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>())
        where trigger?.Route is { } route && !route.StartsWith("assets/", StringComparison.Ordinal)
        from verb in (trigger!.Methods ?? []).Except(["head"])
        select $"{verb} /{trigger.Route}";
}
