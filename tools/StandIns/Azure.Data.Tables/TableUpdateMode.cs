namespace Azure.Data.Tables;

/// <summary>What a write does with the properties that the row already has: keep those not named, or drop them.</summary>
public enum TableUpdateMode
{
    Merge = 0,
    Replace = 1,
}
