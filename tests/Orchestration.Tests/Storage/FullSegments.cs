using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs.Models;

namespace Orchestration.Tests.Storage;

/// <summary>
/// Has some append blobs look full, as they are after 50 000 blocks: writing them takes minutes, so that the storage's word for it is put in its answers.
/// </summary>
internal sealed class FullSegments : HttpPipelinePolicy
{
    private readonly List<string> _names = [];

    private const string Blocks = "x-ms-blob-committed-block-count";

    public void Fill(string name) => _names.Add(name);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var isFull = _names.Exists(name => message.Request.Uri.Path.EndsWith(name, StringComparison.Ordinal));
        if (isFull && message.Request.Uri.Query.Contains("comp=appendblock", StringComparison.Ordinal))
            throw new RequestFailedException(409, "The committed block count cannot exceed 50 000.", BlobErrorCode.BlockCountExceedsLimit.ToString(), null);
        await ProcessNextAsync(message, pipeline);
        if (isFull && message.Request.Method == RequestMethod.Head && !message.Response.IsError)
            message.Response = new FullAnswer(message.Response);
    }

    private sealed class FullAnswer(Response answer) : Response
    {
        public override int Status => answer.Status;

        public override string ReasonPhrase => answer.ReasonPhrase;

        public override Stream? ContentStream { get => answer.ContentStream; set => answer.ContentStream = value; }

        public override string ClientRequestId { get => answer.ClientRequestId; set => answer.ClientRequestId = value; }

        public override void Dispose() => answer.Dispose();

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
        {
            var found = answer.Headers.TryGetValue(name, out value);
            if (name == Blocks)
                value = 50_000.ToString(CultureInfo.InvariantCulture);
            return found;
        }

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values) =>
            answer.Headers.TryGetValues(name, out values);

        protected override bool ContainsHeader(string name) => answer.Headers.Contains(name);

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => answer.Headers;
    }
}
