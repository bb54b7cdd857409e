using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Checking;

/// <param name="Type">What it gives.</param>
/// <param name="Compile">Makes what reads it from the node of its owner.</param>
internal readonly record struct Member(StaticType Type, Func<ValueNode, ValueNode> Compile);

/// <summary>What may follow a dot: the members of objects, and a few of other values.</summary>
internal static class MemberTable
{
    private static readonly (TypeKind Owner, string Name, StaticType Type, Func<Value, Value> Read)[] Properties =
    [
        (TypeKind.Text, "size", StaticType.Integer, value => Value.Of((long)value.Text!.Length)),
        (TypeKind.List, "size", StaticType.Integer, value => Value.Of((long)value.List.Length)),
        (TypeKind.Date, "year", StaticType.Integer, value => Value.Of((long)value.Date.Year)),
        (TypeKind.Date, "month", StaticType.Integer, value => Value.Of((long)value.Date.Month)),
        (TypeKind.Date, "day", StaticType.Integer, value => Value.Of((long)value.Date.Day)),
        (TypeKind.Date, "day_of_year", StaticType.Integer, value => Value.Of((long)value.Date.DayOfYear)),
        (TypeKind.Date, "hour", StaticType.Integer, value => Value.Of((long)value.Date.Hour)),
        (TypeKind.Date, "minute", StaticType.Integer, value => Value.Of((long)value.Date.Minute)),
        (TypeKind.Date, "second", StaticType.Integer, value => Value.Of((long)value.Date.Second)),
        (TypeKind.Duration, "days", StaticType.Integer, value => Value.Of((long)value.Duration.Days)),
        (TypeKind.Duration, "hours", StaticType.Integer, value => Value.Of((long)value.Duration.Hours)),
        (TypeKind.Duration, "minutes", StaticType.Integer, value => Value.Of((long)value.Duration.Minutes)),
        (TypeKind.Duration, "seconds", StaticType.Integer, value => Value.Of((long)value.Duration.Seconds)),
        (TypeKind.Duration, "total_days", StaticType.Number, value => Value.Of(value.Duration.TotalDays)),
        (TypeKind.Duration, "total_hours", StaticType.Number, value => Value.Of(value.Duration.TotalHours)),
        (TypeKind.Duration, "total_minutes", StaticType.Number, value => Value.Of(value.Duration.TotalMinutes)),
        (TypeKind.Duration, "total_seconds", StaticType.Number, value => Value.Of(value.Duration.TotalSeconds)),
    ];

    public static Member? Find(StaticType owner, string name)
    {
        if (owner.Schema?.Find(name) is { } field)
            return new Member(
                StaticType.From(field.Type), target => new ObjectMemberNode(target, field.Ordinal, name, !field.Type.IsOptional));
        var property = Array.Find(Properties, item => item.Owner == owner.Kind && item.Name == name);
        return property.Name is null ? null : new Member(property.Type, target => new PropertyNode(target, property.Read));
    }

    public static IReadOnlyCollection<string> Names(StaticType owner) => owner.Schema is { } schema
        ? [.. schema.Fields.Select(field => field.Name)]
        : [.. Properties.Where(item => item.Owner == owner.Kind).Select(item => item.Name)];
}
