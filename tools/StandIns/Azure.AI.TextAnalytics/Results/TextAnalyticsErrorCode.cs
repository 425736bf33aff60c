namespace Azure.AI.TextAnalytics;

/// <summary>Why the service would not analyse a text; a word that is not known is kept as it came.</summary>
public readonly struct TextAnalyticsErrorCode : IEquatable<TextAnalyticsErrorCode>
{
    public static readonly string EmptyRequest = "EmptyRequest";
    public static readonly string InternalServerError = "InternalServerError";
    public static readonly string InvalidArgument = "InvalidArgument";
    public static readonly string InvalidCountryHint = "InvalidCountryHint";
    public static readonly string InvalidDocument = "InvalidDocument";
    public static readonly string InvalidDocumentBatch = "InvalidDocumentBatch";
    public static readonly string InvalidParameterValue = "InvalidParameterValue";
    public static readonly string InvalidRequest = "InvalidRequest";
    public static readonly string InvalidRequestBodyFormat = "InvalidRequestBodyFormat";
    public static readonly string MissingInputRecords = "MissingInputRecords";
    public static readonly string ModelVersionIncorrect = "ModelVersionIncorrect";
    public static readonly string NotFound = "NotFound";
    public static readonly string ServiceUnavailable = "ServiceUnavailable";
    public static readonly string UnsupportedLanguageCode = "UnsupportedLanguageCode";

    private readonly string? _value;

    private TextAnalyticsErrorCode(string? value) => _value = value;

    public static bool operator ==(TextAnalyticsErrorCode left, TextAnalyticsErrorCode right) => left.Equals(right);

    public static bool operator !=(TextAnalyticsErrorCode left, TextAnalyticsErrorCode right) => !left.Equals(right);

    public static implicit operator TextAnalyticsErrorCode(string errorCode) => new(errorCode);

    public static explicit operator string(TextAnalyticsErrorCode errorCode) => errorCode.ToString();

    public override bool Equals(object? obj) => obj is TextAnalyticsErrorCode other && Equals(other);

    public bool Equals(TextAnalyticsErrorCode other) => _value == other._value;

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value ?? "";
}
