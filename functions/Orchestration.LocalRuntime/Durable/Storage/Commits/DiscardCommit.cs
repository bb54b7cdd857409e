using Orchestration.LocalRuntime.Durable.Instances;

namespace Orchestration.LocalRuntime.Durable.Storage.Commits;

/// <summary>Deletes what reached an instance that is finished or gone. When this fails, the next start does it.</summary>
internal sealed class DiscardCommit(long instance, IReadOnlyList<Letter> letters) : Commit
{
    public override void Apply(StoreSession store) => store.Consume(instance, letters);

    public override void Succeeded()
    {
    }

    public override void Failed(Exception exception)
    {
    }
}
