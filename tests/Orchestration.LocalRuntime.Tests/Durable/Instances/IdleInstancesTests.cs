using Orchestration.LocalRuntime.Durable.Instances;

namespace Orchestration.LocalRuntime.Tests.Durable.Instances;

public class IdleInstancesTests
{
    private readonly List<long> _letGo = [];

    [Fact]
    public void Add_BeyondTheLimit_LetsTheLongestIdleGo()
    {
        var idle = new IdleInstances(2, slot => _letGo.Add(slot.Key));
        var slots = Enumerable.Range(0, 4).Select(key => new InstanceSlot(key)).ToArray();
        idle.Add(slots[0]);
        idle.Add(slots[1]);
        idle.Add(slots[0]);

        idle.Add(slots[2]);
        idle.Remove(slots[0]);
        idle.Add(slots[3]);
        idle.Add(slots[1]);

        Assert.Equal([1, 2], _letGo);
    }

    [Fact]
    public void Add_LimitOfNone_LetsEachGoAtOnce()
    {
        var idle = new IdleInstances(0, slot => _letGo.Add(slot.Key));

        idle.Add(new InstanceSlot(7));

        Assert.Equal([7], _letGo);
    }
}
