using System.Globalization;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>Values as OData literals, so that what a customer typed cannot change a filter's meaning.</summary>
internal static class FilterText
{
    public static string Create(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var literals = filter.GetArguments().Select((value, i) =>
        {
            try
            {
                return (object)Literal(value);
            }
            catch (NotSupportedException)
            {
                throw new ArgumentException($"Unable to convert argument {i} from type {value!.GetType()} to an OData literal.");
            }
        });
        return string.Format(CultureInfo.InvariantCulture, filter.Format, [.. literals]);
    }

    /// <exception cref="NotSupportedException">A table has no such type.</exception>
    public static string Literal(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => Quote(text),
        char letter => Quote(letter.ToString()),
        StringBuilder text => Quote(text.ToString()),
        sbyte or byte or short or ushort or int or uint => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        float number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        DateTimeOffset time => $"datetime'{time.UtcDateTime:O}'",
        DateTime time => $"datetime'{new DateTimeOffset(time).UtcDateTime:O}'",
        Guid id => $"guid'{id}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data.ToMemory().Span)}'",
        _ => throw new NotSupportedException($"{value.GetType()} has no OData literal."),
    };

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
