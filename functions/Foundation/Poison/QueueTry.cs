using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace CxFunctions.Foundation.Poison;

/// <summary>One try to handle a queue message, as the worker knows it.</summary>
/// <param name="Queue">Where it came from.</param>
/// <param name="Text">The message; never written down.</param>
/// <param name="Number">1 for the first.</param>
internal sealed record QueueTry(string Queue, string Text, int Number)
{
    /// <returns>Null where the function was not woken by a queue.</returns>
    public static QueueTry? Of(FunctionContext context)
    {
        var data = context.BindingContext.BindingData;
        return QueueOf(context.FunctionDefinition) is { } queue
            && data.TryGetValue("DequeueCount", out var count)
            && int.TryParse(Convert.ToString(count, CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new QueueTry(queue, data.TryGetValue("QueueTrigger", out var text) ? Convert.ToString(text, CultureInfo.InvariantCulture) ?? "" : "", number)
            : null;
    }

    private static string? QueueOf(FunctionDefinition function) => function.Parameters
        .Select(parameter => parameter.Properties.GetValueOrDefault("bindingAttribute"))
        .OfType<QueueTriggerAttribute>()
        .FirstOrDefault()?.QueueName;
}
