using Azure;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Orchestration.Storage;

namespace Orchestration.Http;

/// <summary>A request that this worker runs now.</summary>
internal sealed class HeldRequest(
    BlobContainerClient requests, RequestClaims claims, RequestIdentity identity, RequestRecord record, ETag version) : IAsyncDisposable
{
    private bool _isOver;

    public IdempotentRequest Request => record.Request;

    /// <summary>Keeps the answer; the caller may be gone already, and its answer must not be.</summary>
    /// <returns>The answer to give: that of whoever took the request over meanwhile, if somebody did.</returns>
    public async Task<IResult> StoreAsync(StoredAnswer answer)
    {
        var isStored = await requests.TryReplaceAsync(identity.Path, record with { Answer = answer, Worker = null }, version, CancellationToken.None);
        _isOver = true;
        if (isStored)
            return answer.First;
        var other = await requests.TryReadAsync<RequestRecord>(identity.Path, CancellationToken.None);
        return other?.Value.Answer?.Replayed ?? RequestClaims.InFlight(TimeSpan.FromSeconds(1));
    }

    /// <summary>Without an answer anybody may run it again, at once.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_isOver)
                await requests.TryReplaceAsync(identity.Path, record with { Worker = null }, version, CancellationToken.None);
        }
        finally
        {
            claims.Forget(identity);
        }
    }
}
