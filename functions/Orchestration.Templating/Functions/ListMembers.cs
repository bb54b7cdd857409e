using Orchestration.Templating.Fields;
using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Functions;

/// <summary>
/// <c>array.map</c> and <c>array.sort</c>, whose second argument names a member: <c>"nom"</c>, <c>"caisse.nom"</c> (sort
/// only).
/// </summary>
internal static class ListMembers
{
    public static FunctionBody PrepareMap(IReadOnlyList<string?> constants)
    {
        var member = constants[0]!;
        return (arguments, state) => ListFunctions.List(
            [.. ListFunctions.Items(arguments[0], state).Where(item => !item.IsNull).Select(item => Read(item, [member]))]);
    }

    public static FunctionBody PrepareSort(IReadOnlyList<string?> constants)
    {
        var path = string.IsNullOrEmpty(constants[0]) ? [] : constants[0]!.Split('.');
        return (arguments, state) => ListFunctions.List(
            [.. ListFunctions.Items(arguments[0], state).OrderBy(item => Read(item, path), Comparer<Value>.Create(Compare))]);
    }

    /// <summary>Follows a path of members from a schema; null when it leads nowhere.</summary>
    public static FieldType? Find(FieldSchema schema, string path)
    {
        FieldType? type = FieldType.ObjectOf(schema);
        foreach (var name in path.Split('.')) type = type?.Schema?.Find(name)?.Type;
        return type;
    }

    private static Value Read(Value value, string[] path)
    {
        foreach (var name in path)
        {
            if (value.IsNull) return value;
            value = value.Object[value.Object.Schema.Ordinal(name)];
        }

        return value;
    }

    /// <summary>Null first; texts as a French dictionary does; false before true.</summary>
    private static int Compare(Value left, Value right)
    {
        if (left.IsNull || right.IsNull) return right.IsNull.CompareTo(left.IsNull);
        return left.Kind switch
        {
            ValueKind.Text => French.Culture.CompareInfo.Compare(left.Text, right.Text),
            ValueKind.Boolean => left.Boolean.CompareTo(right.Boolean),
            ValueKind.Date => left.Date.CompareTo(right.Date),
            ValueKind.Integer when right.Kind == ValueKind.Integer => left.Integer.CompareTo(right.Integer),
            ValueKind.Decimal when right.Kind != ValueKind.Float => left.Decimal.CompareTo(right.ToDecimal()),
            _ => left.ToDouble().CompareTo(right.ToDouble()),
        };
    }
}
