using System.Text.Json.Serialization;

namespace Orchestration.LocalRuntime.Tests.Durable.Durability;

/// <summary>A piece of a random orchestration.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(Call), "call")]
[JsonDerivedType(typeof(Failing), "failing")]
[JsonDerivedType(typeof(Flaky), "flaky")]
[JsonDerivedType(typeof(Wait), "wait")]
[JsonDerivedType(typeof(OwnEvent), "event")]
[JsonDerivedType(typeof(Answer), "answer")]
[JsonDerivedType(typeof(Impatience), "impatience")]
[JsonDerivedType(typeof(Race), "race")]
[JsonDerivedType(typeof(Pause), "pause")]
[JsonDerivedType(typeof(Draw), "draw")]
[JsonDerivedType(typeof(Sequence), "sequence")]
[JsonDerivedType(typeof(Fork), "fork")]
[JsonDerivedType(typeof(Child), "child")]
[JsonDerivedType(typeof(Doomed), "doomed")]
[JsonDerivedType(typeof(Rounds), "rounds")]
public abstract record Node;

/// <summary>An activity.</summary>
public sealed record Call : Node;

/// <summary>An activity that fails at each attempt, tried again by a policy.</summary>
public sealed record Failing(int Attempts) : Node;

/// <summary>An activity that fails so many times, tried again at once by a handler until it succeeds.</summary>
public sealed record Flaky(int Failures) : Node;

/// <summary>A timer; long ones are split.</summary>
public sealed record Wait(int Minutes) : Node;

/// <summary>An event that the instance sends itself.</summary>
public sealed record OwnEvent : Node;

/// <summary>An event that a client raises.</summary>
public sealed record Answer : Node;

/// <summary>A wait for an event that never comes.</summary>
public sealed record Impatience : Node;

/// <summary>An activity against a timer, which loses and is cancelled.</summary>
public sealed record Race : Node;

/// <summary>A client suspends and resumes the instance.</summary>
public sealed record Pause : Node;

/// <summary>A guid and the moment, which a replay must find again.</summary>
public sealed record Draw : Node;

/// <summary>One after the other.</summary>
public sealed record Sequence(IReadOnlyList<Node> Nodes) : Node;

/// <summary>All at once.</summary>
public sealed record Fork(IReadOnlyList<Node> Nodes) : Node;

/// <summary>A sub-orchestration, its id chosen or not.</summary>
public sealed record Child(Node Node, bool HasChosenId) : Node;

/// <summary>A sub-orchestration that fails at its end, tried again by a policy.</summary>
public sealed record Doomed(Node Node, int Attempts) : Node;

/// <summary>A sub-orchestration that continues as new; each round sends the next one an event.</summary>
public sealed record Rounds(Node Node, int Count) : Node;

/// <summary>A piece and where it stands in its program.</summary>
public sealed record Piece(Node Node, string Path);

/// <summary>The input of one round.</summary>
public sealed record Round(Rounds Rounds, string Path, int Number, IReadOnlyList<string> Results);
