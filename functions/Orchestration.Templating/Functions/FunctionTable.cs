using System.Collections.Frozen;

namespace Orchestration.Templating.Functions;

/// <summary>Every function of the language, and those of Scriban that it leaves out.</summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, Function> Functions = new[]
    {
        StringFunctions.All, StringConversions.All, DateFunctions.All, MathFunctions.All, ListFunctions.All, HtmlFunctions.All,
        OtherFunctions.All,
    }.SelectMany(functions => functions).ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Namespaces =
        FrozenSet.ToFrozenSet(["string", "date", "math", "array", "html", "object", "regex", "timespan"]);

    public static IEnumerable<string> Names => Functions.Keys;

    public static Function? Find(string name) => Functions.GetValueOrDefault(name);

    public static bool IsNamespace(string name) => Namespaces.Contains(name);
}
