using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;

namespace Orchestration.LocalRuntime.Tests.Durable.Durability;

/// <summary>A piece of a random orchestration.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(Call), "call")]
[JsonDerivedType(typeof(Failing), "failing")]
[JsonDerivedType(typeof(Wait), "wait")]
[JsonDerivedType(typeof(OwnEvent), "event")]
[JsonDerivedType(typeof(Impatience), "impatience")]
[JsonDerivedType(typeof(Sequence), "sequence")]
[JsonDerivedType(typeof(Fork), "fork")]
[JsonDerivedType(typeof(Child), "child")]
public abstract record Node;

public sealed record Call : Node;

public sealed record Failing(int Attempts) : Node;

public sealed record Wait(int Minutes) : Node;

public sealed record OwnEvent : Node;

public sealed record Impatience : Node;

public sealed record Sequence(IReadOnlyList<Node> Nodes) : Node;

public sealed record Fork(IReadOnlyList<Node> Nodes) : Node;

public sealed record Child(Node Node) : Node;

public sealed record Piece(Node Node, string Path);

/// <summary>A program, and after how many commit points each run of it is killed.</summary>
public sealed record CrashingProgram(Node Root, IReadOnlyList<int> CrashGaps);

/// <summary>Generates programs, and knows what they lead to.</summary>
public static class RandomProgram
{
    public static Arbitrary<CrashingProgram> Arbitrary { get; } = Arb.From(
        Gen.Sized(size => Nodes(Math.Min(size, 12))).Zip(
            Gen.Choose(0, 12).ListOf(), (root, gaps) => new CrashingProgram(root, gaps)),
        Shrink);

    public static string Expect(Node node, string path) => node switch
    {
        Call => path,
        Failing => $"!{path}",
        Wait => "t",
        OwnEvent => path + "e",
        Impatience => "-",
        Sequence sequence => $"[{string.Join(' ', Parts(sequence.Nodes, path).Select(part => Expect(part.Node, part.Path)))}]",
        Fork fork => $"({string.Join(' ', Parts(fork.Nodes, path).Select(part => Expect(part.Node, part.Path)))})",
        Child child => $"{{{Expect(child.Node, path + "s")}}}",
        _ => throw new InvalidOperationException($"{node} is not part of a program."),
    };

    /// <summary>The paths of the activities that run.</summary>
    public static IEnumerable<string> Effects(Node node, string path) => node switch
    {
        Call or Failing => [path],
        Sequence sequence => Parts(sequence.Nodes, path).SelectMany(part => Effects(part.Node, part.Path)),
        Fork fork => Parts(fork.Nodes, path).SelectMany(part => Effects(part.Node, part.Path)),
        Child child => Effects(child.Node, path + "s"),
        _ => [],
    };

    private static IEnumerable<Piece> Parts(IReadOnlyList<Node> nodes, string path) =>
        nodes.Select((node, i) => new Piece(node, $"{path}.{i}"));

    private static Gen<Node> Nodes(int size)
    {
        var leaf = Gen.Frequency(
            (4, Gen.Constant<Node>(new Call())),
            (1, Gen.Choose(1, 3).Select(attempts => (Node)new Failing(attempts))),
            (2, Gen.Choose(0, 6000).Select(minutes => (Node)new Wait(minutes))),
            (2, Gen.Constant<Node>(new OwnEvent())),
            (1, Gen.Constant<Node>(new Impatience())));
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
            (2, inner.Select(node => (Node)new Child(node))));
    }

    private static IEnumerable<CrashingProgram> Shrink(CrashingProgram program) =>
    [
        .. program.CrashGaps.Select((_, i) => program with { CrashGaps = [.. program.CrashGaps.Where((_, j) => j != i)] }),
        .. Smaller(program.Root).Select(root => program with { Root = root }),
    ];

    private static IEnumerable<Node> Smaller(Node node) => node switch
    {
        Sequence sequence => [.. sequence.Nodes, .. Without(sequence.Nodes).Select(nodes => new Sequence(nodes))],
        Fork fork => [.. fork.Nodes, .. Without(fork.Nodes).Select(nodes => new Fork(nodes))],
        Child child => [child.Node, .. Smaller(child.Node).Select(inner => new Child(inner))],
        _ => [],
    };

    private static IEnumerable<IReadOnlyList<Node>> Without(IReadOnlyList<Node> nodes) => nodes.Count < 2
        ? []
        : nodes.Select((_, i) => (IReadOnlyList<Node>)[.. nodes.Where((_, j) => j != i)]);
}
