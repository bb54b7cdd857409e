using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Durable.Durability;

/// <summary>
/// Random orchestrations, killed at random points: result, moment of the end and activity effects are those of an uninterrupted run.
/// RANDOM_CRASH_CASES sets how many, RANDOM_CRASH_SEED which; some dozen by default.
/// </summary>
public class RandomCrashTests
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("RANDOM_CRASH_CASES") ?? "40", null);
    private static readonly ulong Seed = ulong.Parse(Environment.GetEnvironmentVariable("RANDOM_CRASH_SEED") ?? "2027", null);

    private readonly HashSet<Type> _kinds = [];
    private int _deaths;

    [Theory, BothModes]
    public async Task Crash_AtRandomPoints_ResultAndEffectsAreTheSame(EngineMode mode)
    {
        await Task.Run(() => Prop
            .ForAll(RandomProgram.Arbitrary, program => RunAsync(mode, program))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(Seed, 301).WithEndSize(12)));

        Assert.InRange(_deaths, Cases, int.MaxValue);
        var all = typeof(Node).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>();
        Assert.Equal(all.Select(kind => kind.DerivedType.Name).Order(), _kinds.Select(kind => kind.Name).Order());
    }

    private async Task RunAsync(EngineMode mode, CrashingProgram program)
    {
        var uninterrupted = new RandomRun(mode, program with { CrashGaps = [] });
        var result = await uninterrupted.RunAsync();
        var model = RandomModel.Effects(program.Root, "r");
        Assert.StartsWith(RandomModel.Expect(program.Root, "r") + " after ", result, StringComparison.Ordinal);
        Assert.Equal(model.OrderBy(effect => effect.Key), uninterrupted.Effects.OrderBy(effect => effect.Key));

        var killed = new RandomRun(mode, program);
        Assert.Equal(result, await killed.RunAsync());
        Assert.Equal(model.Keys.Order(), killed.Effects.Keys.Order());

        // At least once: each life may begin an activity that the one before did not see the end of.
        Assert.All(killed.Effects, effect => Assert.InRange(effect.Value, model[effect.Key], model[effect.Key] * (killed.Deaths + 1)));
        _kinds.UnionWith(RandomModel.Kinds(program.Root));
        _deaths += killed.Deaths;
    }
}
