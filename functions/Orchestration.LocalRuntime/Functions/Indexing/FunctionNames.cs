using System.Reflection;
using System.Text.RegularExpressions;

namespace Orchestration.LocalRuntime.Functions.Indexing;

/// <summary>Naming rules of Azure.</summary>
internal static partial class FunctionNames
{
    public static bool IsFunction(string name) => Function().IsMatch(name);

    public static bool IsQueue(string name) => Queue().IsMatch(name);

    public static bool IsContainer(string name) => Queue().IsMatch(name) || name is "$root" or "$web";

    /// <summary><c>Namespace.Class.Method</c>.</summary>
    public static string EntryPoint(MethodInfo method) => $"{method.ReflectedType!.FullName}.{method.Name}";

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,126}$")]
    private static partial Regex Function();

    // Queues and containers share their rule.
    [GeneratedRegex("^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Queue();
}
