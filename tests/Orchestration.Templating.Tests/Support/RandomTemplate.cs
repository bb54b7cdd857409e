using System.Text;
using Orchestration.Templating.Fields;

namespace Orchestration.Templating.Tests.Support;

/// <summary>
/// Templates over <see cref="Some.Schema"/> that nearly always compile: all statements, in every place of an HTML text.
/// </summary>
internal sealed class RandomTemplate
{
    private readonly Random _random;
    private readonly bool _isHtml;
    private readonly RandomExpression _expressions;
    private readonly StringBuilder _output = new();
    private int _names;
    private int _captures;

    private RandomTemplate(Random random, TemplateKind kind)
    {
        _random = random;
        _isHtml = kind == TemplateKind.Html;
        _expressions = new RandomExpression(random, kind);
    }

    public static string Of(TemplateKind kind, int seed, int depth = 3)
    {
        var template = new RandomTemplate(new Random(seed), kind);
        template.Statements(depth);
        return template._output.ToString();
    }

    /// <summary>One printed expression.</summary>
    public static string OfExpression(TemplateKind kind, int seed) =>
        $"{{{{ {new RandomExpression(new Random(seed), kind).Printable()} }}}}";

    private void Statements(int depth)
    {
        for (var count = _random.Next(1, 5); count > 0; count--) Statement(depth);
    }

    private void Statement(int depth)
    {
        switch (_random.Next(depth > 0 ? 14 : 6))
        {
            case 0: Raw(); break;
            case 1: Assign(); break;
            case 2 or 3: Print(); break;
            case 4 or 5: PrintInTag(); break;
            case 6 or 7: If(depth - 1); break;
            case 8 or 9 or 10: For(depth - 1); break;
            case 11: Case(depth - 1); break;
            case 12: Capture(depth - 1); break;
            default: Include(); break;
        }
    }

    private void Raw() => _output.Append(_random.Next(7) switch
    {
        0 => "\n  ",
        1 => _isHtml ? "<br>é &amp; " : "é & <b> ",
        2 => "{ } {%{ {{ raw }} }%}",
        3 => _isHtml ? "<p>\n" : "\"'\n",
        4 => "{{# note #}}",
        5 => " \t{",
        _ => "texte ",
    }).Append(' ');

    private void Code(string code) => _output
        .Append("{{").Append(_random.Next(12) switch { 0 => "-", 1 => "~", _ => "" }).Append(' ')
        .Append(code)
        .Append(' ').Append(_random.Next(12) switch { 0 => "-", 1 => "~", _ => "" }).Append("}}");

    private void Print() => Code(_expressions.Printable());

    private void PrintInTag()
    {
        if (!_isHtml)
        {
            Print();
            return;
        }

        var (before, after) = _random.Next(6) switch
        {
            0 => ("<a title=\"", "\">"),
            1 => ("<a href='", "'>"),
            2 => ("<a href=\"https://ameli.fr/", "?x=y\">"),
            3 => ("<a class=x href=\"mailto:", "\">"),
            4 => ("<title>", "</title>"),
            _ => ("<img alt='a ", " b' src=\"https://x.fr/\">"),
        };
        _output.Append(before);
        Print();
        _output.Append(after);
    }

    private void Assign()
    {
        var type = _expressions.AnyType();
        var value = _expressions.Of(type, 2);
        var name = $"v{_names++}";
        Code($"{name} = {value}");
        _expressions.Variables.Add((name, type));
    }

    /// <summary>What a block assigns is not certain after it: its variables are forgotten.</summary>
    private void Block(int depth, params (string Name, FieldType Type)[] variables)
    {
        var count = _expressions.Variables.Count;
        _expressions.Variables.AddRange(variables);
        Statements(depth);
        _expressions.Variables.RemoveRange(count, _expressions.Variables.Count - count);
    }

    private void If(int depth)
    {
        Code("if " + _expressions.Of(FieldType.Boolean, 2));
        Block(depth);
        for (var count = _random.Next(3) - 1; count > 0; count--)
        {
            Code("else if " + _expressions.Of(FieldType.Boolean, 2));
            Block(depth);
        }

        Otherwise(depth);
        Code("end");
    }

    private void Otherwise(int depth)
    {
        if (_random.Next(2) == 0) return;
        Code("else");
        Block(depth);
    }

    private void For(int depth)
    {
        var name = $"i{_names++}";
        var (list, element) = _expressions.AnyList();
        var options = _random.Next(6) switch { 0 => " offset: 1", 1 => " limit: 2", 2 => " reversed", 3 => " reversed limit:2 offset:1", _ => "" };
        Code($"for {name} in {list}{options}");
        _expressions.LoopDepth++;
        Block(depth, (name, element));
        if (_random.Next(4) == 0 && _captures == 0)
            Code($"if {_expressions.Of(FieldType.Boolean, 1)}; {(_random.Next(2) == 0 ? "break" : "continue")}; end");
        Block(depth, (name, element));
        var outer = _expressions.LoopDepth - 1;
        _expressions.LoopDepth = 0;
        Otherwise(depth);
        _expressions.LoopDepth = outer;
        Code("end");
    }

    private void Case(int depth)
    {
        var type = _random.Next(2) == 0 ? FieldType.Text : FieldType.Integer;
        Code("case " + _expressions.Of(type, 1));
        for (var count = _random.Next(1, 4); count > 0; count--)
        {
            Code($"when {_expressions.Atom(type)}{(_random.Next(2) == 0 ? ", " : " || ")}{_expressions.Atom(type)}");
            Block(depth);
        }

        Otherwise(depth);
        Code("end");
    }

    private void Capture(int depth)
    {
        var name = $"c{_names++}";
        Code("capture " + name);
        _captures++;
        Block(depth);
        _captures--;
        Code("end");
        Code(name);
        if (!_isHtml) Code($"{name} == {_expressions.Of(FieldType.Text, 1)} ? ({name} + 1) : string.size({name})");
    }

    private void Include()
    {
        var name = $"c{_names++}";
        Code($"capture {name}");
        Print();
        Code("end");
        Code($"include 'layouts/{(_isHtml ? "html" : "texte")}' titre: ({_expressions.Printable()}) corps: {name}");
    }

    public static TemplateSource[] Layouts { get; } =
    [
        Some.Layout(
            "layouts/html",
            "<table title='{{ $titre }}'><tr><td>{{ $corps | raw }}</td>{{ for $i in 1..2 }}<td>{{ $i }}{{ $titre }}{{ end }}</tr>{{ caisse.nom }}"),
        new TemplateSource(
            "layouts/texte", "[{{ $titre }}|{{ $corps + '.' }}|{{ caisse.nom }}]", TemplateKind.Text, IsLayout: true),
    ];
}
