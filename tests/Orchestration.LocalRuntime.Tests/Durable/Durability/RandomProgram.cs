using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Orchestration.LocalRuntime.Tests.Durable.Durability;

/// <summary>A program, and after how many commit points each run of it is killed.</summary>
public sealed record CrashingProgram(Node Root, IReadOnlyList<int> CrashGaps)
{
    /// <summary>As a failed test shows it.</summary>
    public override string ToString() => JsonSerializer.Serialize(this);
}

/// <summary>Generates programs, and makes those that fail smaller.</summary>
public static class RandomProgram
{
    public static Arbitrary<CrashingProgram> Arbitrary { get; } = Arb.From(
        Gen.Sized(size => Nodes(Math.Min(size, 12))).Zip(
            Gen.Choose(0, 12).ListOf(), (root, gaps) => new CrashingProgram(root, gaps)),
        Shrink);

    private static Gen<Node> Nodes(int size)
    {
        var leaf = Gen.Frequency(
            (4, Gen.Constant<Node>(new Call())),
            (1, Gen.Choose(1, 3).Select(attempts => (Node)new Failing(attempts))),
            (1, Gen.Choose(1, 2).Select(failures => (Node)new Flaky(failures))),
            (2, Gen.Choose(0, 6000).Select(minutes => (Node)new Wait(minutes))),
            (2, Gen.Constant<Node>(new OwnEvent())),
            (2, Gen.Constant<Node>(new Answer())),
            (1, Gen.Constant<Node>(new Impatience())),
            (1, Gen.Constant<Node>(new Race())),
            (1, Gen.Constant<Node>(new Pause())),
            (1, Gen.Constant<Node>(new Draw())));
        if (size < 2)
        {
            return leaf;
        }

        var inner = Nodes(size / 2);
        var several = Gen.Choose(1, 4).SelectMany(count => inner.ListOf(count));
        return Gen.Frequency(
            (2, leaf),
            (3, several.Select(nodes => (Node)new Sequence(nodes))),
            (3, several.Select(nodes => (Node)new Fork(nodes))),
            (2, inner.Zip(Gen.Elements(true, false), (node, hasChosenId) => (Node)new Child(node, hasChosenId))),
            (1, inner.Zip(Gen.Choose(1, 2), (node, attempts) => (Node)new Doomed(node, attempts))),
            (1, inner.Zip(Gen.Choose(1, 3), (node, count) => (Node)new Rounds(node, count))));
    }

    private static IEnumerable<CrashingProgram> Shrink(CrashingProgram program) =>
    [
        .. program.CrashGaps.Select((_, i) => program with { CrashGaps = [.. program.CrashGaps.Where((_, j) => j != i)] }),
        .. Smaller(program.Root).Select(root => program with { Root = root }),
    ];

    private static IEnumerable<Node> Smaller(Node node) => node switch
    {
        Sequence sequence => [.. sequence.Nodes, .. Variants(sequence.Nodes).Select(nodes => new Sequence(nodes))],
        Fork fork => [.. fork.Nodes, .. Variants(fork.Nodes).Select(nodes => new Fork(nodes))],
        Child child => [child.Node, .. Smaller(child.Node).Select(inner => child with { Node = inner })],
        Doomed doomed => [doomed.Node, .. Smaller(doomed.Node).Select(inner => doomed with { Node = inner })],
        Rounds rounds => [rounds.Node, .. Smaller(rounds.Node).Select(inner => rounds with { Node = inner })],
        _ => [],
    };

    private static IEnumerable<IReadOnlyList<Node>> Variants(IReadOnlyList<Node> nodes) =>
    [
        .. nodes.Count < 2 ? [] : nodes.Select((_, i) => (IReadOnlyList<Node>)[.. nodes.Where((_, j) => j != i)]),
        .. nodes.SelectMany((node, i) => Smaller(node).Select(smaller => (IReadOnlyList<Node>)[.. nodes.Select((other, j) => i == j ? smaller : other)])),
    ];
}
