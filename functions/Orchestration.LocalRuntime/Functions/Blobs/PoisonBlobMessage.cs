namespace Orchestration.LocalRuntime.Functions.Blobs;

/// <summary>
/// What queue <c>webjobs-blobtrigger-poison</c> gets for a blob that was given up
/// (https://learn.microsoft.com/azure/azure-functions/functions-bindings-storage-blob-trigger#poison-blobs).
/// </summary>
/// <param name="FunctionId"><c>{app}.Functions.{function}</c>.</param>
/// <param name="BlobType"><c>BlockBlob</c> or <c>PageBlob</c>.</param>
/// <param name="ContainerName">Where the blob is.</param>
/// <param name="BlobName">Without the container.</param>
/// <param name="ETag">The version that failed.</param>
internal sealed record PoisonBlobMessage(string FunctionId, string BlobType, string ContainerName, string BlobName, string ETag)
{
    public const string Queue = "webjobs-blobtrigger-poison";

    public string Type { get; } = "BlobTrigger";
}
