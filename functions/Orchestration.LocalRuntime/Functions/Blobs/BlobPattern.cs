using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace Orchestration.LocalRuntime.Functions.Blobs;

/// <summary>
/// Names of blobs with placeholders, such as <c>{date}/manifest.json</c> or <c>{name}.yaml</c>. A placeholder takes as much as it can;
/// in the last part of the path also slashes, as on Azure. Before that it takes one part only, so that looking for matches need not
/// list everything below: Azure would also match deeper names there.
/// </summary>
internal sealed partial class BlobPattern
{
    private readonly Regex _whole;

    private BlobPattern(IReadOnlyList<Segment> segments, IReadOnlyList<string> placeholders)
    {
        Segments = segments;
        Placeholders = placeholders;
        _whole = new Regex($"^{string.Join('/', segments.Select(segment => segment.Expression))}$", RegexOptions.CultureInvariant);
    }

    /// <summary>The parts between slashes.</summary>
    public IReadOnlyList<Segment> Segments { get; }

    public IReadOnlyList<string> Placeholders { get; }

    /// <exception cref="FormatException">Braces do not pair, a placeholder is no identifier, or one comes twice.</exception>
    public static BlobPattern Parse(string text)
    {
        var parts = text.Split('/');
        var segments = parts.Select((part, index) => Segment.Parse(part, isLast: index == parts.Length - 1)).ToList();
        var placeholders = segments.SelectMany(segment => segment.Placeholders).ToList();
        if (placeholders.Count != placeholders.Distinct(StringComparer.OrdinalIgnoreCase).Count())
            throw new FormatException($"'{text}' has a placeholder twice");
        return new BlobPattern(segments, placeholders);
    }

    /// <summary>What each placeholder takes of a name.</summary>
    public bool TryMatch(string name, [NotNullWhen(true)] out Dictionary<string, object?>? values)
    {
        var match = _whole.Match(name);
        values = match.Success
            ? Placeholders.ToDictionary(each => each, each => (object?)match.Groups[each].Value, StringComparer.OrdinalIgnoreCase)
            : null;
        return match.Success;
    }

    /// <summary>One part of the path.</summary>
    /// <param name="Literal">The text before the first placeholder; all of it when there is none.</param>
    /// <param name="Placeholders">In their order.</param>
    /// <param name="Expression">Regular expression of the part.</param>
    internal sealed partial record Segment(string Literal, IReadOnlyList<string> Placeholders, string Expression)
    {
        public bool IsLiteral => Placeholders.Count == 0;

        public bool Matches(string part) => Regex.IsMatch(part, $"^{Expression}$", RegexOptions.CultureInvariant);

        public static Segment Parse(string part, bool isLast)
        {
            var placeholders = new List<string>();
            var expression = new StringBuilder();
            var position = 0;
            foreach (Match match in Placeholder().Matches(part))
            {
                expression.Append(Literally(part[position..match.Index]));
                var name = match.Groups[1].Value;
                if (!Identifier().IsMatch(name))
                    throw new FormatException($"'{{{name}}}' is not a placeholder: letters, digits and '_' only");
                placeholders.Add(name);
                expression.Append("(?<").Append(name).Append(isLast ? ">.*)" : ">[^/]*)");
                position = match.Index + match.Length;
            }

            expression.Append(Literally(part[position..]));
            var open = part.IndexOf('{', StringComparison.Ordinal);
            return new Segment(open < 0 ? part : part[..open], placeholders, expression.ToString());

            static string Literally(string text) => text.AsSpan().ContainsAny('{', '}')
                ? throw new FormatException($"braces do not pair in '{text}'")
                : Regex.Escape(text);
        }

        [GeneratedRegex("\\{([^{}]*)\\}")]
        private static partial Regex Placeholder();

        [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
        private static partial Regex Identifier();
    }
}
