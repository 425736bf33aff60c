namespace Azure.AI.TextAnalytics;

/// <summary>What the service says of a text that it analysed all the same; a word that is not known is kept as it came.</summary>
public readonly struct TextAnalyticsWarningCode : IEquatable<TextAnalyticsWarningCode>
{
    public static readonly string DocumentTruncated = "DocumentTruncated";
    public static readonly string LongWordsInDocument = "LongWordsInDocument";

    private readonly string? _value;

    private TextAnalyticsWarningCode(string? value) => _value = value;

    public static bool operator ==(TextAnalyticsWarningCode left, TextAnalyticsWarningCode right) => left.Equals(right);

    public static bool operator !=(TextAnalyticsWarningCode left, TextAnalyticsWarningCode right) => !left.Equals(right);

    public static implicit operator TextAnalyticsWarningCode(string warningCode) => new(warningCode);

    public static explicit operator string(TextAnalyticsWarningCode warningCode) => warningCode.ToString();

    public override bool Equals(object? obj) => obj is TextAnalyticsWarningCode other && Equals(other);

    public bool Equals(TextAnalyticsWarningCode other) => _value == other._value;

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value ?? "";
}
