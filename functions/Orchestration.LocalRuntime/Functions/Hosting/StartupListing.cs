using System.Text;
using Orchestration.LocalRuntime.Functions.Http;
using Orchestration.LocalRuntime.Functions.Indexing;

namespace Orchestration.LocalRuntime.Functions.Hosting;

/// <summary>The list of functions that the Core Tools print at start.</summary>
internal static class StartupListing
{
    public static string Write(IReadOnlyList<IndexedFunction> functions, Uri address)
    {
        var text = new StringBuilder("Functions:");
        foreach (var function in functions)
        {
            var description = function.Trigger is HttpFunctionTrigger http
                ? $"[{http.Verbs}] {address.GetLeftPart(UriPartial.Authority)}/{http.Route.RawText}"
                : function.Trigger.Description;
            text.Append("\n\n    ").Append(function.Name).Append(": ").Append(description);
        }

        return text.Append('\n').ToString();
    }
}
