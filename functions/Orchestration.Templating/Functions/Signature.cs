using System.Text.RegularExpressions;

namespace Orchestration.Templating.Functions;

/// <summary>
/// Reads the one line that declares a function: <c>string.slice text? integer [integer] -> text</c>. A <c>?</c> accepts null,
/// brackets may be left out, quotes ask for a constant (<c>'pattern'</c>); in the result <c>?</c> may be null and <c>?1</c>
/// is null when the first argument is.
/// </summary>
internal sealed partial record Signature(string Name, IReadOnlyList<Parameter> Parameters, Result Result)
{
    public int Required { get; } = Parameters.Count(parameter => !parameter.IsOptional);

    public static Signature Parse(string line)
    {
        var (head, result) = line.Split(" -> ") is [var left, var right] ? (left, right) : throw new FormatException(line);
        var words = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Signature(words[0], [.. words.Skip(1).Select(ParseParameter)], ParseResult(result));
    }

    /// <summary>As an author would write a call: <c>string.slice texte entier [entier]</c>.</summary>
    public string Describe() =>
        string.Join(
            ' ', Parameters.Select(parameter => parameter.IsOptional ? $"[{parameter.Name}]" : parameter.Name).Prepend(Name));

    private static Result ParseResult(string word)
    {
        var isFollowing = word.Length > 2 && word[^2] == '?' && char.IsAsciiDigit(word[^1]);
        var isOptional = !isFollowing && word.EndsWith('?');
        return new Result(ShapeOf(isFollowing ? word[..^2] : word.TrimEnd('?')), isOptional, isFollowing ? word[^1] - '0' : 0);
    }

    private static Parameter ParseParameter(string word)
    {
        var match = ParameterWord().Match(word);
        if (!match.Success) throw new FormatException(word);
        var constant = match.Groups["constant"];
        return new Parameter(
            constant.Success ? constant.Value : NameOf(ShapeOf(match.Groups["shape"].Value)),
            constant.Success ? Shape.Text : ShapeOf(match.Groups["shape"].Value),
            AcceptsNull: match.Groups["null"].Success, IsOptional: word[0] == '[', IsConstant: constant.Success);
    }

    private static Shape ShapeOf(string word) => word switch
    {
        "text" => Shape.Text,
        "integer" => Shape.Integer,
        "number" => Shape.Number,
        "boolean" => Shape.Boolean,
        "date" => Shape.Date,
        "duration" => Shape.Duration,
        "scalar" => Shape.Scalar,
        "any" => Shape.Any,
        "T" => Shape.T,
        "N" => Shape.N,
        "list<T>" => Shape.ListOfT,
        "list<T?>" => Shape.ListOfOptionalT,
        "list<T!>" => Shape.ListOfPresentT,
        "list<scalar>" => Shape.ListOfScalar,
        "list<text>" => Shape.ListOfText,
        "list<list<text>>" => Shape.ListOfListOfText,
        "list<object>" => Shape.ListOfObject,
        "list<member>" => Shape.ListOfMember,
        _ => throw new FormatException(word),
    };

    private static string NameOf(Shape shape) => shape switch
    {
        Shape.Text => "texte",
        Shape.Integer => "entier",
        Shape.Number or Shape.N => "nombre",
        Shape.Boolean => "vrai_ou_faux",
        Shape.Date => "date",
        Shape.Duration => "durée",
        Shape.ListOfT or Shape.ListOfScalar or Shape.ListOfText or Shape.ListOfObject => "liste",
        _ => "valeur",
    };

    [GeneratedRegex(@"\A\[?(?:'(?<constant>[^']+)'|(?<shape>[\w<>]+?))(?<null>\?)?\]?\z")]
    private static partial Regex ParameterWord();
}
