namespace Orchestration.LocalRuntime.Tests.Durable.Durability;

/// <summary>What a program leads to, said without an engine.</summary>
public static class RandomModel
{
    public static string Expect(Node node, string path) => node switch
    {
        Call or Flaky or Race => path,
        Failing => $"!{path}",
        Wait => "t",
        OwnEvent or Answer => path + "e",
        Impatience => "-",
        Pause => "p",
        Draw => "g",
        Sequence sequence => $"[{string.Join(' ', Parts(sequence.Nodes, path).Select(Expect))}]",
        Fork fork => $"({string.Join(' ', Parts(fork.Nodes, path).Select(Expect))})",
        Child child => $"{{{Expect(child.Node, path + "s")}}}",
        Doomed doomed => $"?{Expect(doomed.Node, path + "d")}",
        Rounds rounds => $"<{string.Join(' ', InRounds(rounds, path).Select(Expect))}>",
        _ => throw new InvalidOperationException($"{node} is not part of a program."),
    };

    /// <summary>The activities that run, by their paths, and how often when nothing interrupts them.</summary>
    public static IReadOnlyDictionary<string, int> Effects(Node node, string path) =>
        All(node, path, 1).GroupBy(effect => effect.Path).ToDictionary(group => group.Key, group => group.Sum(effect => effect.Times));

    public static IEnumerable<Piece> Parts(IReadOnlyList<Node> nodes, string path) =>
        nodes.Select((node, i) => new Piece(node, $"{path}.{i}"));

    /// <summary>The kinds of pieces in a program.</summary>
    public static IEnumerable<Type> Kinds(Node node) => node switch
    {
        Sequence sequence => sequence.Nodes.SelectMany(Kinds).Append(typeof(Sequence)),
        Fork fork => fork.Nodes.SelectMany(Kinds).Append(typeof(Fork)),
        Child child => Kinds(child.Node).Append(typeof(Child)),
        Doomed doomed => Kinds(doomed.Node).Append(typeof(Doomed)),
        Rounds rounds => Kinds(rounds.Node).Append(typeof(Rounds)),
        _ => [node.GetType()],
    };

    private static string Expect(Piece piece) => Expect(piece.Node, piece.Path);

    private static IEnumerable<(string Path, int Times)> All(Node node, string path, int times) => node switch
    {
        Call or Answer or Race or Pause or Draw => [(path, times)],
        Failing failing => [(path, times * failing.Attempts)],

        // Once it has succeeded it succeeds each time.
        Flaky flaky => [(path, times + flaky.Failures)],
        Sequence sequence => Parts(sequence.Nodes, path).SelectMany(part => All(part.Node, part.Path, times)),
        Fork fork => Parts(fork.Nodes, path).SelectMany(part => All(part.Node, part.Path, times)),
        Child child => All(child.Node, path + "s", times),
        Doomed doomed => All(doomed.Node, path + "d", times * doomed.Attempts),
        Rounds rounds => InRounds(rounds, path).SelectMany(part => All(part.Node, part.Path, times)),
        _ => [],
    };

    private static IEnumerable<Piece> InRounds(Rounds rounds, string path) =>
        Enumerable.Range(0, rounds.Count).Select(round => new Piece(rounds.Node, $"{path}r{round}"));
}
