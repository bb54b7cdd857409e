using Orchestration.Templating.Fields;
using Orchestration.Templating.Functions;

namespace Orchestration.Templating.Tests.Support;

/// <summary>
/// Expressions of a wanted type: fields, variables, operators and every function of the table, in every way to write them.
/// </summary>
internal sealed class RandomExpression(Random random, TemplateKind kind)
{
    private static readonly Function[] Functions =
        [.. FunctionTable.Names.Where(name => name != "plain").Order(StringComparer.Ordinal).Select(name => FunctionTable.Find(name)!)];

    public List<(string Name, FieldType Type)> Variables { get; } = [];

    public int LoopDepth { get; set; }

    public string Printable() => Of(AnyType(), 3);

    public FieldType AnyType() => random.Next(9) switch
    {
        0 or 1 or 2 => FieldType.Text,
        3 => FieldType.Integer,
        4 or 5 => FieldType.Number,
        6 => FieldType.Boolean,
        _ => FieldType.Date,
    };

    public (string List, FieldType Element) AnyList() => random.Next(6) switch
    {
        0 => ("articles", FieldType.ObjectOf(Some.Article)),
        1 => (Pick("1..1", "1..4", "3..1", "2..age"), FieldType.Integer),
        2 => ($"0..<{random.Next(4)}", FieldType.Integer),
        3 => ($"({Of(FieldType.ListOf(FieldType.Integer), 2)})", FieldType.Integer),
        _ => ($"({Of(FieldType.ListOf(FieldType.Text), 2)})", FieldType.Text),
    };

    /// <summary>One word, or a text in quotes.</summary>
    public string Atom(FieldType type)
    {
        List<string> names = [.. Variables.Where(variable => variable.Type == type).Select(variable => variable.Name), .. Fields(type)];
        return names.Count > 0 && random.Next(3) > 0 ? names[random.Next(names.Count)] : Constant(type);
    }

    public string Of(FieldType type, int depth)
    {
        if (depth <= 0) return Atom(type);
        return random.Next(7) switch
        {
            0 or 1 => Atom(type),
            2 or 3 => Call(type, depth - 1) ?? Operation(type, depth - 1),
            4 => $"({Of(FieldType.Boolean, depth - 1)}) ? ({Of(type, depth - 1)}) : ({Of(type, depth - 1)})",
            5 when Optional(type) is { } optional => $"{optional} ?? ({Of(type, depth - 1)})",
            _ => Operation(type, depth - 1),
        };
    }

    private string Operand(FieldType type, int depth)
    {
        var inner = Of(type, depth);
        return inner.All(c => char.IsLetterOrDigit(c) || c == '_') ? inner : $"({inner})";
    }

    private string Operation(FieldType type, int depth) => type.Kind switch
    {
        FieldKind.Text => TextOperation(depth),
        FieldKind.Integer => $"{Operand(type, depth)} {Pick("+", "-", "*", "//", "%", "+", "-")} {Operand(type, depth)}",
        FieldKind.Number =>
            $"{Operand(Pick(FieldType.Number, FieldType.Integer), depth)} {Pick("+", "-", "*", "/")} {Operand(FieldType.Number, depth)}",
        FieldKind.Boolean => BooleanOperation(depth),
        FieldKind.List when type.Element!.Kind is FieldKind.Text or FieldKind.Integer =>
            $"[{Operand(type.Element, depth)}, {Operand(type.Element, depth)}]",
        _ => Atom(type),
    };

    private string TextOperation(int depth) => random.Next(6) switch
    {
        0 => $"$\"a{{{Operand(AnyType(), depth)}}}b\\{{{{{Operand(FieldType.Text, depth)}}}\"",
        1 => $"{Operand(FieldType.Text, depth)} * {random.Next(4)}",
        2 => $"{Operand(AnyType(), depth)} + {Operand(FieldType.Text, depth)}",
        3 => $"({Of(FieldType.ListOf(FieldType.Text), depth)})[{random.Next(-3, 4)}] ?? \"vide\"",
        _ => $"{Operand(FieldType.Text, depth)} + {Operand(AnyType(), depth)}",
    };

    private string BooleanOperation(int depth)
    {
        var type = AnyType();
        var number = Pick(FieldType.Integer, FieldType.Number);
        return random.Next(8) switch
        {
            0 => $"!{Operand(type, depth)}",
            1 => $"{Operand(FieldType.Boolean, depth)} && {Operand(type, depth)}",
            2 => $"{Operand(type, depth)} || {Operand(FieldType.Boolean, depth)}",
            3 when type.Kind != FieldKind.Boolean => $"{Operand(type, depth)} {Pick("==", "!=")} {Operand(type, depth)}",
            4 => $"{Operand(FieldType.Text, depth)} == {Operand(FieldType.Integer, depth)}",
            5 => $"{Optional(type) ?? "null"} != null",
            6 when LoopDepth > 0 => Pick("for.first", "for.last", "for.even", "for.odd", "for.changed"),
            _ => $"{Operand(FieldType.Number, depth)} {Pick("<", "<=", ">", ">=")} {Operand(number, depth)}",
        };
    }

    private string? Call(FieldType type, int depth)
    {
        var candidates = Functions.Where(function => Gives(function.Signature, type) && !EscapesTwice(function.Name)).ToList();
        if (candidates.Count == 0) return null;
        var signature = candidates[random.Next(candidates.Count)].Signature;
        var count = random.Next(signature.Required, signature.Parameters.Count + 1);
        var bound = signature.Result.Shape switch
        {
            Shape.T or Shape.N => type,
            Shape.ListOfT => type.Element!,
            _ => Pick(FieldType.Text, FieldType.Integer),
        };
        var arguments = signature.Parameters.Take(count).Select(parameter => Argument(signature, parameter, bound, depth)).ToList();
        var call = random.Next(3) switch
        {
            0 => $"{arguments[0]} | {signature.Name} {string.Join(' ', arguments.Skip(1))}",
            1 => $"{signature.Name}({string.Join(", ", arguments)})",
            _ => $"{signature.Name} {string.Join(' ', arguments)}",
        };
        return signature.Result is { IsOptional: true } ? $"({call}) ?? ({Of(type, depth)})" : $"({call})";
    }

    private bool EscapesTwice(string function) => kind == TemplateKind.Html && function is "html.escape" or "html.newline_to_br";

    private string Argument(Signature signature, Parameter parameter, FieldType bound, int depth) => parameter.IsConstant
        ? RandomConstants.Of(random, signature.Name, parameter.Name)
        : parameter.Shape switch
        {
            Shape.Text => Operand(random.Next(5) == 0 ? AnyType() : FieldType.Text, depth),
            Shape.Integer when signature.Name.Contains(".pad_", StringComparison.Ordinal)
                || signature.Name == "math.round" => $"{random.Next(8)}",
            Shape.Integer => random.Next(3) == 0 ? Operand(FieldType.Integer, 0) : $"({random.Next(-3, 8)})",
            Shape.Number => Operand(Pick(FieldType.Number, FieldType.Integer), depth),
            Shape.Boolean => Operand(FieldType.Boolean, depth),
            Shape.Date => Operand(FieldType.Date, depth),
            Shape.ListOfT or Shape.ListOfScalar => $"({Of(FieldType.ListOf(bound), depth)})",
            Shape.ListOfObject => "articles",
            Shape.T or Shape.N => Operand(bound, depth),
            _ => Operand(AnyType(), depth),
        };

    private static bool Gives(Signature signature, FieldType type) =>
        signature.Name is not "array.sort" && signature.Result.Shape switch
        {
            Shape.Text => type.Kind == FieldKind.Text,
            Shape.Integer => type.Kind == FieldKind.Integer,
            Shape.Number => type.Kind == FieldKind.Number,
            Shape.Boolean => type.Kind == FieldKind.Boolean,
            Shape.Date => type.Kind == FieldKind.Date,
            Shape.T => type.Kind is FieldKind.Text or FieldKind.Integer,
            Shape.N => type.Kind is FieldKind.Integer or FieldKind.Number,
            Shape.ListOfT => type.Kind == FieldKind.List,
            Shape.ListOfText => type == FieldType.ListOf(FieldType.Text),
            _ => false,
        };

    private static string? Optional(FieldType type) => type.Kind switch
    {
        FieldKind.Text => "nom",
        FieldKind.Integer => "enfants",
        FieldKind.Number => "reste",
        FieldKind.Boolean => "abonne",
        FieldKind.Date => "rdv",
        _ => null,
    };

    private IEnumerable<string> Fields(FieldType type)
    {
        var members = Variables.Where(variable => variable.Type.Kind == FieldKind.Object)
            .SelectMany(
                variable =>
                    variable.Type.Schema!.Fields.Where(field => field.Type == type).Select(
                        field => $"{variable.Name}.{field.Name}"));
        var own = type.Kind switch
        {
            FieldKind.Text => ["prenom", "lien", "caisse.nom", "(medecin?.ville ?? 'X')", "(nom ?? prenom)"],
            FieldKind.Integer when LoopDepth > 0 => ["age", "caisse.effectif", "for.index", "for.length", "mots.size"],
            FieldKind.Integer => ["age", "caisse.effectif", "prenom.size", "envoi.day", "((envoi - envoi).days)"],
            FieldKind.Number => ["montant", "(reste ?? 1.5)", "((envoi - (rdv ?? envoi)).total_days)"],
            FieldKind.Boolean => ["ald"],
            FieldKind.Date => ["envoi", "(envoi + (timespan.from_days 1.5))"],
            FieldKind.List when type.Element == FieldType.Text => ["mots", "(array.map articles 'titre')", "(array.sort mots)"],
            FieldKind.List when type.Element == FieldType.Integer =>
                ["rangs", "(array.sort rangs)", "(array.map (array.sort articles 'titre') 'rang')"],
            FieldKind.List when type.Element == FieldType.Number => ["(tarifs ?? [1.5, 2.25])"],
            _ => Array.Empty<string>(),
        };
        return own.Concat(members);
    }

    private string Constant(FieldType type) => type.Kind switch
    {
        FieldKind.Text => Pick("\"été\"", "'a<b'", "`x\"y`", "\"\\n\\u00e9\\\\\"", "\"\"", "\"a,b;c\"", "$\"{prenom}\""),
        FieldKind.Integer => Pick("0", "1", "7", "42", "2147483648"),
        FieldKind.Number => Pick("0.5", "1.25", "1234.5", "0.1"),
        FieldKind.Boolean => Pick("true", "false"),
        FieldKind.Date => "(date.parse '2027-02-28')",
        FieldKind.List when type.Element == FieldType.Text => "['z', \"é\", 'a']",
        FieldKind.List when type.Element == FieldType.Integer => "(3..1)",
        _ => "[2.5, 1.5]",
    };

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
}
