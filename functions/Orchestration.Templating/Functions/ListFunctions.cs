using System.Text;
using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Functions;

/// <summary><c>array.*</c>. Each gives a new list; going through one counts as a loop over it.</summary>
internal static class ListFunctions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new("array.add list<T>? T? -> list<T>", (a, state) => List([.. Items(a[0], state), a[1]])),
        new("array.add_range list<T>? list<T>? -> list<T>?1", Concat),
        new("array.compact list<T>? -> list<T!>?1", (a, state) =>
            a[0].IsNull ? a[0] : List(Array.FindAll(Items(a[0], state), item => !item.IsNull))),
        new("array.concat list<T>? list<T>? -> list<T>?1", Concat),
        new("array.contains list<T>? T? -> boolean", (a, state) => Value.Of(Array.IndexOf(Items(a[0], state), a[1]) >= 0)),
        new("array.cycle list<scalar>? [text?] -> T?", Cycle),
        new("array.first list<T>? -> T?", (a, _) => a[0].IsNull || a[0].List is [] ? default : a[0].List[0]),
        new("array.insert_at list<T>? integer T? -> list<T?>", (a, state) => InsertAt(Items(a[0], state), a[1].ToInt32(), a[2])),
        new("array.join list<scalar>? text? -> text", (a, state) => Value.Of(Join(Items(a[0], state), a[1].Text))),
        new("array.last list<T>? -> T?", (a, _) => a[0].IsNull || a[0].List is [] ? default : a[0].List[^1]),
        new("array.limit list<T>? integer -> list<T>?1", (a, state) =>
            a[0].IsNull ? a[0] : List([.. Items(a[0], state).Take(a[1].ToInt32())])),
        new("array.map list<object>? 'member' -> list<member>", ListMembers.PrepareMap),
        new("array.offset list<T>? integer -> list<T>?1", (a, state) =>
            a[0].IsNull ? a[0] : List([.. Items(a[0], state).Skip(a[1].ToInt32())])),
        new("array.remove_at list<T>? integer -> list<T>", (a, state) => RemoveAt(Items(a[0], state), a[1].ToInt32())),
        new("array.reverse list<T>? -> list<T>", (a, state) => List([.. Items(a[0], state).Reverse()])),
        new("array.size list<T>? -> integer", (a, _) => Value.Of(a[0].IsNull ? 0L : a[0].List.Length)),
        new("array.sort list<T>? ['member'] -> list<T>", ListMembers.PrepareSort),
        new("array.uniq list<scalar>? -> list<T>?1", (a, state) => a[0].IsNull ? a[0] : List([.. Items(a[0], state).Distinct()])),
    ];

    /// <summary>The items of a list, counted; none for null.</summary>
    public static Value[] Items(Value list, RenderState state) => list.IsNull ? [] : state.GoThrough(list.List);

    public static Value List(Value[] items) => Value.Of(Limits.Check(items));

    private static Value Concat(ReadOnlySpan<Value> lists, RenderState state) =>
        lists[0].IsNull && lists[1].IsNull ? default : List([.. Items(lists[0], state), .. Items(lists[1], state)]);

    private static Value Cycle(ReadOnlySpan<Value> arguments, RenderState state)
    {
        if (arguments[0].IsNull) return default;
        var items = arguments[0].List;
        var group = arguments.Length > 1 ? arguments[1].Text : null;
        var index = state.NextInCycle(group ?? Join(items, ","), items.Length);
        return index < items.Length ? items[index] : default;
    }

    private static Value InsertAt(Value[] items, int index, Value value)
    {
        if (index > Limits.Steps) throw Limits.TooManySteps();
        var list = items.ToList();
        while (list.Count < index) list.Add(default);
        list.Insert(Math.Max(index, 0), value);
        return List([.. list]);
    }

    private static Value RemoveAt(Value[] items, int index)
    {
        if (index < 0) index += items.Length;
        return index < 0 || index >= items.Length ? List(items) : List([.. items[..index], .. items[(index + 1)..]]);
    }

    private static string Join(Value[] items, string? separator)
    {
        var joined = new StringBuilder();
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) joined.Append(separator);
            joined.Append(French.ToText(items[i]));
            Limits.CheckLength(joined.Length);
        }

        return joined.ToString();
    }
}
