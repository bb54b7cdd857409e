using Orchestration.Templating.Expressions;
using Orchestration.Templating.Html;
using Orchestration.Templating.Problems;
using Orchestration.Templating.Rendering;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating.Checking;

/// <summary>Printed expressions: what escapes them, and whether they may stand there at all.</summary>
internal sealed partial class FileChecker
{
    private (CheckedStatement? Result, Flow Flow) CheckPrint(PrintStatement print, Flow flow)
    {
        var (inner, asked) = Peel(print.Value);
        var value = _expressions.Check(inner, flow);
        if (asked == Escaping.Raw) return CheckRaw(print, value, flow);
        var fault = Choose(flow.Place, out var escaping) ?? Unprintable(value.Type, flow.Place);
        if (fault is null && asked is not null && asked != escaping)
            fault = PlaceFaults.WrongPrelude(((CallExpression)print.Value).Function, Printed(escaping));
        if (fault is { } found) scope.Problems.Add(print.Span, found);
        return (
            new CheckedStatement(
                print with { Value = PrintFunctions.Apply(escaping, value.Normal) }, new PrintNode(escaping, value.Node)),
            flow.At(flow.Place.AfterPrint()));
    }

    /// <summary>A printed expression without the prelude's function that its author, or a normal form, put at its end.</summary>
    private (Expression Inner, Escaping? Asked) Peel(Expression printed)
    {
        if (printed is not CallExpression { Arguments: [var inner, ..] } call) return (printed, null);
        if (!IsHtml && call is { Function: "plain", Arguments.Count: 1 }) return (inner, Escaping.Plain);
        return PrintFunctions.Read(call) is { } asked ? (inner, asked) : (printed, null);
    }

    private Fault? Choose(Place place, out Escaping escaping)
    {
        escaping = IsHtml ? Escaping.HtmlText : Escaping.Plain;
        if (!IsHtml || place.Kind is PlaceKind.Text or PlaceKind.TitleText) return null;
        if (place.Kind != PlaceKind.QuotedValue || HtmlNames.IsCodeAttribute(place.Tag, place.Attribute))
            return PlaceFaults.Refused(place);
        escaping = place.Url switch
        {
            UrlPart.NotUrl => Escaping.HtmlAttribute,
            UrlPart.Component => Escaping.UrlComponent,
            UrlPart.Address => Escaping.UrlAddress,
            _ => Escaping.UrlWhole,
        };
        return place.Url is UrlPart.Scheme or UrlPart.Other ? PlaceFaults.UnknownScheme() : null;
    }

    private static Fault? Unprintable(StaticType type, Place place)
    {
        if (type.Kind == TypeKind.Markup) return place.Kind == PlaceKind.Text ? null : PlaceFaults.MarkupElsewhere(place);
        return type.IsScalar || type.Kind is TypeKind.Unknown or TypeKind.Null ? null : TypeFaults.NotPrintable(type);
    }

    /// <summary>A constant printed raw is HTML like any other, and is followed as such.</summary>
    private (CheckedStatement? Result, Flow Flow) CheckRaw(PrintStatement print, CheckedExpression value, Flow flow)
    {
        var constant = (value.Normal as LiteralExpression)?.Value as string;
        Fault? fault = !scope.Source.IsLayout ? PlaceFaults.RawOutsideLayout()
            : value.Type.Kind == TypeKind.Markup ? Unprintable(value.Type, flow.Place)
            : constant is null && !value.Type.IsUnknown ? PlaceFaults.RawValue()
            : null;
        if (fault is { } found) scope.Problems.Add(print.Span, found);
        return (
            new CheckedStatement(
                print with { Value = PrintFunctions.Apply(Escaping.Raw, value.Normal) }, new PrintNode(Escaping.Raw, value.Node)),
            constant is null ? flow : Read(constant, flow));
    }

    private static string Printed(Escaping escaping)
    {
        var call = PrintFunctions.Apply(escaping, new LiteralExpression("", default));
        return call.Arguments.Count == 1 ? call.Function : $"{call.Function} {Printer.Print(call.Arguments[1])}";
    }
}
