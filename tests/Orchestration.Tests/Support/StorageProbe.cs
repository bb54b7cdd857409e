using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Orchestration.Tests.Support;

/// <summary>One request to storage and its answer.</summary>
internal sealed record StorageCall(string Method, string Path, int Status);

/// <summary>The process is gone: no code of the app is meant to catch this.</summary>
internal sealed class CrashException() : Exception("The process was killed here.");

/// <summary>
/// Stands between an instance of the app and its storage: notes requests, lets a test act around one of them, or kills the instance, after which no request
/// of it reaches the storage any more.
/// </summary>
internal sealed class StorageProbe : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<StorageCall> _calls = new();
    private readonly List<Watch> _watches = [];
    private volatile bool _dead;

    public IReadOnlyList<StorageCall> Calls => [.. _calls];

    /// <summary>As SIGKILL: whatever runs next, nothing leaves this instance.</summary>
    public CrashException Die()
    {
        _dead = true;
        return new CrashException();
    }

    /// <summary>Dies before the first request of this method whose path and query contain the text.</summary>
    public void DieBefore(string method, string path) => Before(method, path, () => throw Die());

    /// <summary>Dies when the storage has done what that request asked, before the app hears of it.</summary>
    public void DieAfter(string method, string path) => Add(new Watch(method, path, false, () => throw Die()));

    /// <summary>Acts once, before that request.</summary>
    public void Before(string method, string path, Func<Task> act) => Add(new Watch(method, path, true, act));

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The app talks to its storage asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var (method, path) = (message.Request.Method.ToString(), message.Request.Uri.PathAndQuery);
        if (_dead)
            throw new CrashException();
        await ActAsync(method, path, before: true);
        await ProcessNextAsync(message, pipeline);
        _calls.Enqueue(new StorageCall(method, path, message.Response.Status));
        await ActAsync(method, path, before: false);
    }

    private void Add(Watch watch)
    {
        lock (_watches)
        {
            _watches.Add(watch);
        }
    }

    private Task ActAsync(string method, string path, bool before)
    {
        lock (_watches)
        {
            var found = _watches.Find(watch => watch.IsBefore == before && watch.Method == method && path.Contains(watch.Path, StringComparison.Ordinal));
            if (found is null)
                return Task.CompletedTask;
            _watches.Remove(found);
            return found.Act();
        }
    }

    private sealed record Watch(string Method, string Path, bool IsBefore, Func<Task> Act);
}
