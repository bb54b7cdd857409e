using System.Runtime.CompilerServices;
using Orchestration.Templating.Fields;
using Orchestration.Templating.Problems;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating.Checking;

/// <summary>
/// Finds and checks included files. A file has no declared arguments: it is checked for the types that each <c>include</c>
/// passes, once for the same types.
/// </summary>
internal sealed class IncludeResolver(ITemplateLoader loader, FieldSchema schema)
{
    private const int MaxDepth = 100;

    private readonly List<CheckedFile> _files = [];
    private readonly List<string> _open = [];

    public CheckedFile CheckTemplate(TemplateSource source) =>
        Check(source, new Dictionary<string, StaticType>(), isIncluded: false);

    /// <summary>Null when there is no such file here; the fault then says why.</summary>
    public CheckedFile? Include(
        string name, IReadOnlyDictionary<string, StaticType> arguments, TemplateKind kind, out Fault? fault)
    {
        fault = null;
        if (loader.Find(name) is not { } source) fault = IncludeFaults.NotFound(name);
        else if (source.Kind != kind) fault = IncludeFaults.OtherKind(name, source.Kind);
        else if (_open.Contains(name)) fault = IncludeFaults.Cycle([.. _open.SkipWhile(open => open != name), name]);
        else if (_open.Count >= MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack()) fault = IncludeFaults.TooDeep(MaxDepth);
        else
        {
            var known = _files.Find(file => file.Source.Name == name && AreEqual(file.Arguments, arguments));
            if (known is null) _files.Add(known = Check(source, arguments, isIncluded: true));
            return known;
        }

        return null;
    }

    private CheckedFile Check(TemplateSource source, IReadOnlyDictionary<string, StaticType> arguments, bool isIncluded)
    {
        _open.Add(source.Name);
        var scope = new FileScope(source, schema, arguments) { IsIncluded = isIncluded };
        var file = new FileChecker(scope, this).Check(StatementGrammar.Parse(source.Text, scope.Problems));
        _open.RemoveAt(_open.Count - 1);
        return file;
    }

    private static bool AreEqual(IReadOnlyDictionary<string, StaticType> left, IReadOnlyDictionary<string, StaticType> right) =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var type) && type == pair.Value);
}
