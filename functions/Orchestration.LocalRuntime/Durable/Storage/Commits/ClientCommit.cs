namespace Orchestration.LocalRuntime.Durable.Storage.Commits;

/// <summary>A change that a client asked for and waits for.</summary>
internal abstract class ClientCommit<T> : Commit
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Done => _done.Task;

    /// <summary>What the client gets; set by <see cref="Commit.Apply"/>.</summary>
    protected T? Result { get; set; }

    /// <summary>Why the change was refused, when it was; set by <see cref="Commit.Apply"/>, which then changes nothing.</summary>
    protected Exception? Refusal { get; set; }

    public sealed override void Succeeded()
    {
        if (Refusal is null)
        {
            _done.SetResult(Result!);
        }
        else
        {
            _done.SetException(Refusal);
        }
    }

    public sealed override void Failed(Exception exception) => _done.SetException(exception);
}
