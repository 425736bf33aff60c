namespace Azure.Data.Tables.Models;

/// <summary>A table of the account, by its name.</summary>
public class TableItem
{
    public TableItem(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    public string Name { get; }
}
