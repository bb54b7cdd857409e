using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.Indexing;
using Orchestration.LocalRuntime.Functions.Invocation;

namespace Orchestration.LocalRuntime.Functions.Blobs;

internal sealed class BlobFunctionTrigger(ParameterInfo parameter, string container, BlobPattern pattern, string path, string? connection)
    : Trigger(parameter, "blobTrigger")
{
    public string Container => container;

    public BlobPattern Pattern => pattern;

    public string? Connection => connection;

    public override string Description => $"{Type} {path}";

    public override IReadOnlyCollection<string> Values => pattern.Placeholders;

    public override string Binds => BlobContent.Types;

    /// <returns>Null, with a problem, when the path is wrong.</returns>
    public static BlobFunctionTrigger? Read(
        ParameterInfo parameter, BlobTriggerAttribute attribute, IndexingContext context, Problems problems)
    {
        context.RequireConnection(attribute.Connection, "blob", problems);
        if (context.Resolve(attribute.BlobPath, problems) is not { } path)
            return null;
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || slash == path.Length - 1)
        {
            problems.Add($"'{path}' must be container/pattern");
            return null;
        }

        if (!FunctionNames.IsContainer(path[..slash]))
            problems.Add($"'{path[..slash]}' is not the name of a container");
        try
        {
            return new BlobFunctionTrigger(parameter, path[..slash], BlobPattern.Parse(path[(slash + 1)..]), path, attribute.Connection);
        }
        catch (FormatException error)
        {
            problems.Add(error.Message);
            return null;
        }
    }

    public override ParameterBinder? Bind(Type type) => BlobContent.Reader(type) is { } read
        ? async invocation =>
        {
            var blob = (FoundBlob)invocation.Trigger;
            return await read(blob.Container, blob.Name, invocation.CancellationToken);
        }
    : null;
}
