using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>One property of a row type, bound once to its JSON name and its codec.</summary>
internal abstract class EntityColumn(string name)
{
    public JsonEncodedText Name { get; } = JsonEncodedText.Encode(name);

    public abstract void Write(object entity, Utf8JsonWriter writer);

    public abstract void Read(object entity, ref Utf8JsonReader reader);

    /// <summary>Null for a member that is not part of the row.</summary>
    public static EntityColumn? Bind(MemberInfo member)
    {
        var type = member switch
        {
            PropertyInfo property when property.GetIndexParameters().Length == 0 => property.PropertyType,
            FieldInfo field => field.FieldType,
            _ => null,
        };
        if (type is null || member.IsDefined(typeof(IgnoreDataMemberAttribute)))
        {
            return null;
        }
        return (EntityColumn)Activator.CreateInstance(typeof(EntityColumn<>).MakeGenericType(type), member)!;
    }

    protected static string NameOf(MemberInfo member) => member.Name == nameof(ITableEntity.ETag)
        ? TableEntity.ETagName
        : member.GetCustomAttribute<DataMemberAttribute>()?.Name ?? member.Name;
}

internal sealed class EntityColumn<TValue> : EntityColumn
{
    private readonly EdmCodec<TValue>? _codec;
    private readonly Func<object, TValue>? _get;
    private readonly Action<object, TValue?>? _set;
    private readonly JsonEncodedText _typeName;

    public EntityColumn(MemberInfo member)
        : base(NameOf(member))
    {
        _codec = (EdmCodec<TValue>?)EdmCodecs.Find(typeof(TValue));
        _typeName = JsonEncodedText.Encode($"{Name}@odata.type");

        var entity = Expression.Parameter(typeof(object));
        var value = Expression.Parameter(typeof(TValue));
        var access = Expression.MakeMemberAccess(Expression.Convert(entity, member.DeclaringType!), member);
        var setByService = member.Name is nameof(ITableEntity.ETag) or nameof(ITableEntity.Timestamp);
        if (!setByService && member is not PropertyInfo { CanRead: false })
        {
            _get = Expression.Lambda<Func<object, TValue>>(access, entity).Compile();
        }
        if (member is not (PropertyInfo { CanWrite: false } or FieldInfo { IsInitOnly: true }))
        {
            _set = Expression.Lambda<Action<object, TValue?>>(Expression.Assign(access, value), entity, value).Compile();
        }
    }

    public override void Write(object entity, Utf8JsonWriter writer)
    {
        // A null is not a value of a table: it is left out, as the service would.
        if (_get is null || _get(entity) is not { } value)
        {
            return;
        }
        if (_codec is null)
        {
            throw new NotSupportedException($"Not supported type {typeof(TValue)} of property {Name}.");
        }
        if (_codec.Type is not null)
        {
            writer.WriteString(_typeName, _codec.Type);
        }
        _codec.Write(writer, Name, value);
    }

    public override void Read(object entity, ref Utf8JsonReader reader)
    {
        if (_set is null || _codec is null)
        {
            reader.Skip();
        }
        else
        {
            _set(entity, reader.TokenType == JsonTokenType.Null ? default : _codec.Read(ref reader));
        }
    }
}
