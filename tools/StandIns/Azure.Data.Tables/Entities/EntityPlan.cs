using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>How a row type is made, written and read; worked out once for each type.</summary>
internal sealed class EntityPlan
{
    private static readonly ConcurrentDictionary<Type, EntityPlan> Plans = new();

    private readonly EntityColumn[] _columns;
    private readonly Lazy<Func<object>> _create;

    private EntityPlan(Type type)
    {
        _columns = [.. type.GetMembers(BindingFlags.Public | BindingFlags.Instance).Select(EntityColumn.Bind).OfType<EntityColumn>()];
        _create = new(() => Expression.Lambda<Func<object>>(Expression.New(type)).Compile());
    }

    public static EntityPlan Of(Type type) => Plans.GetOrAdd(type, t => new(t));

    public void Write(object entity, Utf8JsonWriter writer)
    {
        foreach (var column in _columns)
        {
            column.Write(entity, writer);
        }
    }

    /// <summary>Reads the object the reader stands on; names that the type does not have are passed over.</summary>
    public object Read(ref Utf8JsonReader reader)
    {
        var entity = _create.Value();
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var column = Find(ref reader, ref next);
            reader.Read();
            if (column is null)
            {
                reader.Skip();
            }
            else
            {
                column.Read(entity, ref reader);
            }
        }
        return entity;
    }

    // Rows come back in the order in which they were written, so the search starts where the last one ended.
    private EntityColumn? Find(ref Utf8JsonReader reader, ref int next)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            var at = (next + i) % _columns.Length;
            if (reader.ValueTextEquals(_columns[at].Name.EncodedUtf8Bytes))
            {
                next = at + 1;
                return _columns[at];
            }
        }
        return null;
    }
}
