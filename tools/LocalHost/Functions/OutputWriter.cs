using System.Collections;
using System.Reflection;
using System.Text.Json;
using CxFunctions.LocalHost.Queues;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.LocalHost.Functions;

/// <summary>Sends what functions return to the queues that <c>[QueueOutput]</c> names, on the method or on a property of the result.</summary>
internal sealed class OutputWriter(QueueConnections queues, JsonSerializerOptions json)
{
    public async Task WriteAsync(FunctionDescriptor function, object? result, CancellationToken cancellation)
    {
        if (result is null)
        {
            return;
        }
        if (function.Method.GetCustomAttribute<QueueOutputAttribute>() is { } whole)
        {
            await SendAsync(whole, result, cancellation);
        }
        foreach (var property in result.GetType().GetProperties())
        {
            if (property.GetCustomAttribute<QueueOutputAttribute>() is { } output && property.GetValue(result) is { } value)
            {
                await SendAsync(output, value, cancellation);
            }
        }
    }

    private async Task SendAsync(QueueOutputAttribute output, object value, CancellationToken cancellation)
    {
        var queue = queues.Open(output.QueueName, output.Connection);
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellation);
        IEnumerable messages = value is IEnumerable many and not string and not byte[] and not BinaryData ? many : new[] { value };
        foreach (var message in messages)
        {
            var body = message switch
            {
                string text => new BinaryData(text),
                byte[] bytes => new BinaryData(bytes),
                BinaryData data => data,
                _ => new BinaryData(JsonSerializer.SerializeToUtf8Bytes(message, json)),
            };
            await queue.SendMessageAsync(queues.Encode(body), cancellation);
        }
    }
}
