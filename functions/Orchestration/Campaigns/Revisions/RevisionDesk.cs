using Microsoft.DurableTask.Client;

namespace Orchestration.Campaigns.Revisions;

/// <summary>What became of a decision on a revision.</summary>
public enum RevisionAnswer
{
    Taken,

    /// <summary>The calendar has no such revision.</summary>
    Unknown,

    /// <summary>Somebody was faster; that decision stands.</summary>
    AlreadyDecided,
}

/// <summary>Takes decisions on revisions that wait, whichever way they come, and tells the revision.</summary>
public sealed class RevisionDesk(RevisionStore revisions, Clocks clocks)
{
    public async Task<RevisionAnswer> DecideAsync(
        RevisionInput revision, bool confirmed, string by, string? remark, DurableTaskClient client, CancellationToken cancellation)
    {
        var instance = CalendarOrchestrator.InstanceId(revision.Calendar, revision.Number);
        if (await client.GetInstanceAsync(instance, cancellation) is null)
            return RevisionAnswer.Unknown;
        var decision = new RevisionDecision(confirmed, by, remark, clocks.Business.GetUtcNow());
        if (!await revisions.DecideAsync(revision.Calendar, revision.Number, decision, cancellation))
            return RevisionAnswer.AlreadyDecided;
        await client.RingAsync(instance, cancellation);
        return RevisionAnswer.Taken;
    }
}
