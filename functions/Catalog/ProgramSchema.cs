using System.ComponentModel;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using CxFunctions.Foundation;

namespace CxFunctions.Catalog;

/// <summary>The JSON Schema of program files, taken from the types that read them, so that editors check as they type.</summary>
public static class ProgramSchema
{
    public static string Generate()
    {
        var schema = CxJson.Strict.GetJsonSchemaAsNode(typeof(SurveyProgram), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe });
        var root = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "Survey program" };
        foreach (var (name, node) in schema.AsObject().ToList())
        {
            schema.AsObject().Remove(name);
            root[name] = node;
        }
        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        // A converter of ours has no schema of its own: the exporter says that anything goes.
        if (context.TypeInfo.Type == typeof(TimeSpan) || context.TypeInfo.Type == typeof(TimeSpan?))
        {
            schema = new JsonObject { ["type"] = "string", ["format"] = "duration" };
        }
        if (schema is not JsonObject node)
        {
            return schema;
        }
        var description = context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), false).OfType<DescriptionAttribute>().FirstOrDefault()
            ?? context.TypeInfo.Type.GetCustomAttribute<DescriptionAttribute>();
        if (description is not null)
        {
            node.Insert(0, "description", description.Description);
        }
        return node;
    }
}
