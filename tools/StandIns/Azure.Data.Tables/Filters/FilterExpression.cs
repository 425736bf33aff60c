using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Serialization;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>Turns a lambda over a row into an OData filter. What the service cannot compare is refused, never fetched and sifted here.</summary>
internal static class FilterExpression
{
    /// <returns>Null for a filter that lets everything pass.</returns>
    /// <exception cref="NotSupportedException">The lambda holds what a filter cannot say.</exception>
    public static string? Translate<T>(Expression<Func<T, bool>> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var row = filter.Parameters[0];
        return IsOf(row, filter.Body) ? Condition(row, filter.Body) : Evaluate(filter.Body) is true ? null : "false";
    }

    private static string Condition(ParameterExpression row, Expression node) => node switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } both => $"({Condition(row, both.Left)}) and ({Condition(row, both.Right)})",
        BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } either => $"({Condition(row, either.Left)}) or ({Condition(row, either.Right)})",
        BinaryExpression comparison => Comparison(row, comparison),
        MethodCallExpression { Method.Name: nameof(Equals), Object: { } self, Arguments: [var other, ..] } => Comparison(row, Expression.Equal(self, other)),
        MethodCallExpression { Method.Name: nameof(Equals), Object: null, Arguments: [var one, var other, ..] } => Comparison(row, Expression.Equal(one, other)),
        UnaryExpression { NodeType: ExpressionType.Not } not => $"not ({Condition(row, not.Operand)})",
        UnaryExpression { NodeType: ExpressionType.Convert } cast => Condition(row, cast.Operand),
        _ when !IsOf(row, node) => FilterText.Literal(Evaluate(node)),
        _ => $"{Name(row, node)} eq true",
    };

    private static string Comparison(ParameterExpression row, BinaryExpression node)
    {
        var (left, right) = StringOrder(node) ?? (node.Left, node.Right);
        var swapped = !IsOf(row, left);
        var (member, value) = swapped ? (right, left) : (left, right);
        if (IsOf(row, value))
        {
            throw new NotSupportedException($"A filter compares a property with a value: {node}.");
        }
        return $"{Name(row, member)} {Operator(node.NodeType, swapped)} {Value(member, Evaluate(value))}";
    }

    // string.Compare(row.RowKey, x) >= 0 and row.RowKey.CompareTo(x) >= 0 say «RowKey ge x».
    private static (Expression, Expression)? StringOrder(BinaryExpression node) =>
        node.Left is MethodCallExpression call && node.Right is ConstantExpression { Value: 0 }
            ? call switch
            {
                { Object: { } self, Method.Name: nameof(string.CompareTo), Arguments: [var other] } => (self, other),
                { Object: null, Method.Name: nameof(string.Compare), Arguments: [var one, var other, ..] } => (one, other),
                _ => null,
            }
            : null;

    private static string Operator(ExpressionType type, bool swapped) => (type, swapped) switch
    {
        (ExpressionType.Equal, _) => "eq",
        (ExpressionType.NotEqual, _) => "ne",
        (ExpressionType.GreaterThan, false) or (ExpressionType.LessThan, true) => "gt",
        (ExpressionType.GreaterThanOrEqual, false) or (ExpressionType.LessThanOrEqual, true) => "ge",
        (ExpressionType.LessThan, false) or (ExpressionType.GreaterThan, true) => "lt",
        (ExpressionType.LessThanOrEqual, false) or (ExpressionType.GreaterThanOrEqual, true) => "le",
        _ => throw new NotSupportedException($"A filter has no operator {type}."),
    };

    // The compiler compares enums as numbers; a table keeps their names.
    private static string Value(Expression member, object? value)
    {
        var type = member is UnaryExpression { NodeType: ExpressionType.Convert } cast ? cast.Operand.Type : member.Type;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum && value is not null ? FilterText.Literal(Enum.ToObject(type, value).ToString()) : FilterText.Literal(value);
    }

    private static string Name(ParameterExpression row, Expression node) => node switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } cast => Name(row, cast.Operand),
        MemberExpression { Member.Name: "Value" } of when Nullable.GetUnderlyingType(of.Expression!.Type) is not null => Name(row, of.Expression),
        MemberExpression member when Target(member.Expression) == row => Plain(member.Member),
        MethodCallExpression { Object: { } self, Arguments: [var key] } when Target(self) == row && Evaluate(key) is string name => name,
        _ => throw new NotSupportedException($"A filter cannot say {node}."),
    };

    private static Expression? Target(Expression? node) => node is UnaryExpression { NodeType: ExpressionType.Convert } cast ? cast.Operand : node;

    // A table's name goes by another name on the wire.
    private static string Plain(MemberInfo member) => member.DeclaringType == typeof(TableItem)
        ? "TableName"
        : member.GetCustomAttribute<DataMemberAttribute>()?.Name is { } renamed && renamed != member.Name
        ? throw new NotSupportedException($"{member.Name} is stored as {renamed}; say so in a text filter.")
        : member.Name;

    private static object? Evaluate(Expression node) => node is ConstantExpression constant
        ? constant.Value
        : Expression.Lambda<Func<object?>>(Expression.Convert(node, typeof(object))).Compile(preferInterpretation: true)();

    private static bool IsOf(ParameterExpression row, Expression node)
    {
        var search = new ParameterSearch(row);
        search.Visit(node);
        return search.Found;
    }

    private sealed class ParameterSearch(ParameterExpression row) : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found |= node == row;
            return node;
        }
    }
}
