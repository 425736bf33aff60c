using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace CxFunctions.Tests.Contract.Tables;

/// <summary>A row with a property of every kind that a table keeps.</summary>
internal sealed class SurveyRow : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Text { get; set; }

    public int Whole { get; set; }

    public int? MaybeWhole { get; set; }

    public long Big { get; set; }

    public double Fraction { get; set; }

    public double? MaybeFraction { get; set; }

    public bool Flag { get; set; }

    public Guid Id { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTime AtUtc { get; set; } = DateTime.UnixEpoch;

    public DateTimeOffset? MaybeAt { get; set; }

    public byte[]? Bytes { get; set; }

    public BinaryData? Data { get; set; }

    public Mood Mood { get; set; }

    public Mood? MaybeMood { get; set; }

    public string? Initial { get; init; }

    public int Inner { get; private set; }

    public int Doubled => Whole * 2;

    [DataMember(Name = "renamed")]
    public string? Original { get; set; }

    [IgnoreDataMember]
    public string? Secret { get; set; }

    public void SetInner(int value) => Inner = value;
}

internal enum Mood
{
    Neutral,
    Happy,
    Cross,
}
