using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Orchestration.Tests.Support;

/// <summary>Makes a container when the first request for one of its blobs comes: a test uses a few of many.</summary>
internal sealed class ContainersOnDemand(BlobServiceClient account) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (message.Response.Status != 404 || !message.Response.Headers.TryGetValue("x-ms-error-code", out var code) || code != BlobErrorCode.ContainerNotFound)
            return;
        await account.GetBlobContainerClient(new BlobUriBuilder(message.Request.Uri.ToUri()).BlobContainerName).CreateIfNotExistsAsync();
        message.Response.Dispose();
        await ProcessNextAsync(message, pipeline);
    }
}
