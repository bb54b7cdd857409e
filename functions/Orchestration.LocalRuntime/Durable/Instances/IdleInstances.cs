namespace Orchestration.LocalRuntime.Durable.Instances;

/// <summary>The instances that wait in memory, the longest idle first; those beyond the limit are let go and replay later.</summary>
internal sealed class IdleInstances(int limit, Action<InstanceSlot> letGo)
{
    private readonly LinkedList<InstanceSlot> _idle = new();
    private readonly Lock _gate = new();

    public void Add(InstanceSlot slot)
    {
        InstanceSlot? oldest = null;
        lock (_gate)
        {
            if (slot.IdleNode is { } node)
            {
                _idle.Remove(node);
            }

            slot.IdleNode = _idle.AddLast(slot);
            if (_idle.Count > limit)
            {
                oldest = _idle.First!.Value;
                _idle.RemoveFirst();
                oldest.IdleNode = null;
            }
        }

        if (oldest is not null)
        {
            letGo(oldest);
        }
    }

    public void Remove(InstanceSlot slot)
    {
        lock (_gate)
        {
            if (slot.IdleNode is { } node)
            {
                _idle.Remove(node);
                slot.IdleNode = null;
            }
        }
    }
}
