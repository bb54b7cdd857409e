using Orchestration.Templating.Expressions;
using Orchestration.Templating.Functions;
using Orchestration.Templating.Problems;

namespace Orchestration.Templating.Checking;

/// <summary>One call set against its function's signature: what T, N and the constants stand for.</summary>
internal sealed class CallMatching(Signature signature)
{
    private StaticType? _first;
    private StaticType? _bound;
    private string? _member;

    /// <summary>The constants, in order; null for one left out.</summary>
    public List<string?> Constants { get; } = [.. signature.Parameters.Where(parameter => parameter.IsConstant).Select(_ => (string?)null)];

    /// <summary>Null when the argument fits.</summary>
    public Fault? Match(int index, CheckedExpression argument)
    {
        var (parameter, type) = (signature.Parameters[index], argument.Type);
        _first ??= type;
        if (parameter.IsConstant) return MatchConstant(parameter, argument.Normal);
        if (type.Kind == TypeKind.Markup) return TypeFaults.MarkupUsed();
        if (!Accepts(parameter.Shape, type)) return TypeFaults.WrongArgument(signature, parameter, type);
        return type.IsOptional && !parameter.AcceptsNull && parameter.Shape != Shape.Any ? TypeFaults.MissingValue(signature, type) : Bind(parameter.Shape, type);
    }

    /// <summary>The member that <c>array.map</c> and <c>array.sort</c> name.</summary>
    public Fault? CheckMember()
    {
        if (signature.Name is not ("array.map" or "array.sort") || _bound is not { } element || element.IsUnknown) return null;
        _member = Constants[0];
        if (string.IsNullOrEmpty(_member)) return element.IsScalar ? null : TypeFaults.MemberNameExpected(signature, StaticType.ListOf(element));
        if (element.Schema is null) return TypeFaults.WrongArgument(signature, signature.Parameters[0], StaticType.ListOf(element));
        if (MemberType(element) is { } type && (signature.Name == "array.map" ? !_member.Contains('.', StringComparison.Ordinal) : type.IsScalar)) return null;
        return NameFaults.UnknownMember("ces objets", _member, [.. element.Schema.Fields.Select(field => field.Name)]);
    }

    public StaticType ResultType()
    {
        var bound = _bound ?? StaticType.Unknown;
        var type = signature.Result.Shape switch
        {
            Shape.Text => StaticType.Text,
            Shape.Integer => StaticType.Integer,
            Shape.Number => StaticType.Number,
            Shape.Boolean => StaticType.Boolean,
            Shape.Date => StaticType.Date,
            Shape.Duration => StaticType.Duration,
            Shape.T => bound,
            Shape.N => bound.Optional(false),
            Shape.ListOfT => StaticType.ListOf(signature.Name switch
            {
                "array.compact" => bound.Optional(false),
                "array.insert_at" => bound.Optional(),
                _ => bound,
            }),
            Shape.ListOfText => StaticType.ListOf(StaticType.Text),
            Shape.ListOfListOfText => StaticType.ListOf(StaticType.ListOf(StaticType.Text)),
            Shape.ListOfMember => StaticType.ListOf(MemberType(bound) ?? StaticType.Unknown),
            _ => throw new InvalidOperationException($"No function gives a {signature.Result.Shape}."),
        };
        return signature.Name == "object.default" ? type : type.Optional(IsNullPossible);
    }

    private bool IsNullPossible => signature.Result.IsOptional || (signature.Result.FollowsFirst && _first!.IsOptional);

    private StaticType? MemberType(StaticType element) =>
        element.Schema is { } schema && ListMembers.Find(schema, _member!) is { } type ? StaticType.From(type) : null;

    private Fault? MatchConstant(Parameter parameter, Expression argument)
    {
        if (argument is not LiteralExpression { Value: string text }) return TypeFaults.ConstantExpected(signature, parameter);
        Constants[signature.Parameters.Where(item => item.IsConstant).ToList().IndexOf(parameter)] = text;
        return null;
    }

    private static bool Accepts(Shape shape, StaticType type) => type.Kind == TypeKind.Null || shape switch
    {
        Shape.Text or Shape.Scalar => type.IsScalar,
        Shape.Integer or Shape.Number or Shape.N => type.IsNumeric,
        Shape.Boolean => type.Kind == TypeKind.Boolean,
        Shape.Date => type.Kind == TypeKind.Date,
        Shape.Duration => type.Kind == TypeKind.Duration,
        Shape.ListOfT => type.Kind == TypeKind.List,
        Shape.ListOfScalar => type.Kind == TypeKind.List && IsPrintedAlike(type.Element!),
        Shape.ListOfText => type.Kind == TypeKind.List && type.Element!.Kind is TypeKind.Text or TypeKind.Unknown,
        Shape.ListOfObject => type.Kind == TypeKind.List && type.Element!.Kind is TypeKind.Object or TypeKind.Unknown,
        _ => true,
    };

    /// <summary>Scriban would print the dates of a list its own way.</summary>
    private static bool IsPrintedAlike(StaticType element) =>
        element.Kind is TypeKind.Unknown or TypeKind.Null || (element.IsScalar && element.Kind != TypeKind.Date);

    private Fault? Bind(Shape shape, StaticType type)
    {
        if (shape is Shape.T or Shape.N) return Join(type);
        return shape is Shape.ListOfT or Shape.ListOfScalar or Shape.ListOfObject && type.Element is not null ? Join(type.Element) : null;
    }

    private Fault? Join(StaticType type)
    {
        // `object.default x y` gives y where x is missing: only y's own absence counts.
        var previous = signature.Name == "object.default" ? _bound?.Optional(false) : _bound;
        var joined = previous?.Join(type) ?? type;
        if (joined.IsMixed) return TypeFaults.DifferentTypes(previous!, type);
        _bound = joined;
        return null;
    }
}
