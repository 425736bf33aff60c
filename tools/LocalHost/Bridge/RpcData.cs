using System.Text.Json;
using CxFunctions.LocalHost.Bridge.Protocol;
using Google.Protobuf;
using Microsoft.Azure.WebJobs;
using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace CxFunctions.LocalHost.Bridge;

/// <summary>Values as the protocol carries them.</summary>
internal static class RpcData
{
    private static readonly JsonSerializerSettings DatesStayText = new() { DateParseHandling = DateParseHandling.None };

    public static TypedData Of(object? value) => value switch
    {
        null => new TypedData(),
        string text => new TypedData { String = text },
        byte[] bytes => new TypedData { Bytes = ByteString.CopyFrom(bytes) },
        JsonElement json => new TypedData { Json = json.GetRawText() },
        ParameterBindingData sdk => new TypedData
        {
            ModelBindingData = new ModelBindingData
            {
                Version = sdk.Version,
                Source = sdk.Source,
                ContentType = sdk.ContentType,
                Content = ByteString.CopyFrom(sdk.Content),
            },
        },
        // Numbers, too: the worker takes none of the protocol's own kinds of them, and the Functions host sends none.
        _ => new TypedData { Json = JsonSerializer.Serialize(value, value.GetType()) },
    };

    /// <summary>What an extension of the host is given: it knows text, and JSON as its own library reads it.</summary>
    public static object? ToObject(TypedData? data) => data?.DataCase switch
    {
        TypedData.DataOneofCase.String => data.String,
        TypedData.DataOneofCase.Json => JsonConvert.DeserializeObject(data.Json, DatesStayText),
        TypedData.DataOneofCase.Bytes => data.Bytes.ToByteArray(),
        TypedData.DataOneofCase.Int => data.Int,
        TypedData.DataOneofCase.Double => data.Double,
        _ => null,
    };
}
