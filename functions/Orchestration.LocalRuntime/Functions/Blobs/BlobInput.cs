using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.Indexing;
using Orchestration.LocalRuntime.Functions.Invocation;
using Orchestration.LocalRuntime.Storage;

namespace Orchestration.LocalRuntime.Functions.Blobs;

/// <summary>Binds <c>[BlobInput]</c>.</summary>
internal static partial class BlobInput
{
    /// <returns>Null, with a problem, when the path or the parameter's type is wrong.</returns>
    public static ParameterBinder? Read(
        ParameterInfo parameter, BlobInputAttribute attribute, Trigger trigger, IndexingContext context, Problems problems)
    {
        context.RequireConnection(attribute.Connection, "blob", problems);
        var read = BlobContent.Reader(parameter.ParameterType);
        if (read is null)
            problems.Add($"[BlobInput] binds {BlobContent.Types}, not {parameter.ParameterType.Name}");
        if (context.Resolve(attribute.BlobPath, problems) is not { } path)
            return null;
        var placeholders = Placeholder().Matches(path).Select(match => match.Groups[1].Value);
        foreach (var unknown in placeholders.Except(trigger.Values, StringComparer.OrdinalIgnoreCase))
            problems.Add($"the trigger has no {{{unknown}}} for '{path}'");
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            problems.Add($"'{path}' must be container/blob");
        if (read is null || slash < 0)
            return null;
        return async invocation =>
        {
            var container = invocation.InstanceServices.GetRequiredService<StorageConnections>()
                .Blobs(attribute.Connection)
                .GetBlobContainerClient(Fill(path[..slash], invocation));
            return await read(container, Fill(path[(slash + 1)..], invocation), invocation.CancellationToken);
        };
    }

    private static string Fill(string text, FunctionInvocation invocation) =>
        Placeholder().Replace(text, match => $"{invocation.BindingContext.BindingData.GetValueOrDefault(match.Groups[1].Value)}");

    [GeneratedRegex("\\{([^{}]*)\\}")]
    private static partial Regex Placeholder();
}
