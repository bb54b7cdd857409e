using Orchestration.Templating.Expressions;
using Orchestration.Templating.Functions;
using Orchestration.Templating.Problems;

namespace Orchestration.Templating.Checking;

/// <summary>One call set against its function's signature: what T, N and the constants stand for.</summary>
internal sealed class CallMatching(Signature signature)
{
    private readonly bool[] _isOptional = new bool[signature.Parameters.Count];
    private StaticType? _bound;
    private string? _member;

    /// <summary>The constants, in order; null for one left out.</summary>
    public string?[] Constants { get; } = new string?[signature.Parameters.Count(parameter => parameter.IsConstant)];

    /// <summary>Null when the argument fits.</summary>
    public Fault? Match(int index, CheckedExpression argument)
    {
        var (parameter, type) = (signature.Parameters[index], argument.Type);
        _isOptional[index] = type.IsOptional;
        if (parameter.IsConstant) return MatchConstant(parameter, argument.Normal);
        if (type.Kind == TypeKind.Markup) return TypeFaults.MarkupUsed();
        if (!Accepts(parameter.Shape, type)) return TypeFaults.WrongArgument(signature, parameter, type);
        return type.IsOptional && !parameter.AcceptsNull && parameter.Shape != Shape.Any
            ? TypeFaults.MissingValue(signature, type)
            : Bind(parameter.Shape, type);
    }

    /// <summary>The member of T that a constant names, where the function asks for one.</summary>
    public Fault? CheckMember()
    {
        var isAsked = signature.Parameters.Any(parameter => parameter is { IsConstant: true, Name: "member" });
        if (!isAsked || _bound is not { } element || element.IsUnknown) return null;
        _member = Constants[0];
        if (string.IsNullOrEmpty(_member))
            return element.IsScalar ? null : TypeFaults.MemberNameExpected(signature, StaticType.ListOf(element));
        if (element.Schema is null)
            return TypeFaults.WrongArgument(signature, signature.Parameters[0], StaticType.ListOf(element));
        var isPrecise = signature.Result.Shape == Shape.ListOfMember
            ? !_member.Contains('.', StringComparison.Ordinal)
            : MemberType(element) is { IsScalar: true };
        if (isPrecise && MemberType(element) is not null) return null;
        return NameFaults.UnknownMember("ces objets", _member, [.. element.Schema.Fields.Select(field => field.Name)]);
    }

    public StaticType ResultType()
    {
        var bound = _bound ?? StaticType.Null;
        var type = signature.Result.Shape switch
        {
            Shape.Text => StaticType.Text,
            Shape.Integer => StaticType.Integer,
            Shape.Number => StaticType.Number,
            Shape.Boolean => StaticType.Boolean,
            Shape.Date => StaticType.Date,
            Shape.Duration => StaticType.Duration,
            Shape.T or Shape.N => bound,
            Shape.ListOfT => StaticType.ListOf(bound),
            Shape.ListOfOptionalT => StaticType.ListOf(bound.Optional()),
            Shape.ListOfPresentT => StaticType.ListOf(bound.Optional(false)),
            Shape.ListOfText => StaticType.ListOf(StaticType.Text),
            Shape.ListOfListOfText => StaticType.ListOf(StaticType.ListOf(StaticType.Text)),
            Shape.ListOfMember => StaticType.ListOf(MemberType(bound) ?? StaticType.Null),
            _ => throw new InvalidOperationException($"No function gives a {signature.Result.Shape}."),
        };
        return type.Optional(signature.Result switch
        {
            { Follows: > 0 and var argument } => _isOptional[argument - 1],
            var result => result.IsOptional,
        });
    }

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
        Shape.ListOfT => type.Kind == TypeKind.List,
        Shape.ListOfScalar => type.Kind == TypeKind.List && IsPrintedAlike(type.Element!),
        Shape.ListOfObject => type.Kind == TypeKind.List && type.Element!.Kind is TypeKind.Object or TypeKind.Unknown,
        _ => true,
    };

    /// <summary>Scriban would print the dates of a list its own way.</summary>
    private static bool IsPrintedAlike(StaticType element) =>
        element.Kind is TypeKind.Unknown or TypeKind.Null || (element.IsScalar && element.Kind != TypeKind.Date);

    private Fault? Bind(Shape shape, StaticType type)
    {
        if (shape is Shape.T or Shape.N) return Join(type);
        return shape is Shape.ListOfT or Shape.ListOfScalar or Shape.ListOfObject && type.Element is not null
            ? Join(type.Element)
            : null;
    }

    private Fault? Join(StaticType type)
    {
        var joined = _bound?.Join(type) ?? type;
        if (joined.IsMixed) return TypeFaults.DifferentTypes(_bound!, type);
        _bound = joined;
        return null;
    }
}
