using Orchestration.Templating.Fields;
using Orchestration.Templating.Problems;

namespace Orchestration.Templating.Checking;

/// <summary>What the checkers of one file share.</summary>
internal sealed class FileScope(TemplateSource source, FieldSchema schema, IReadOnlyDictionary<string, StaticType> arguments)
{
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly ProblemList _problems = new(source.Name);
    private readonly ProblemList _ignored = new(source.Name);

    public TemplateSource Source { get; } = source;

    public FieldSchema Schema { get; } = schema;

    /// <summary>What the <c>include</c> of this file passes; empty for a template.</summary>
    public IReadOnlyDictionary<string, StaticType> Arguments { get; } = arguments;

    /// <summary>Whether this file is included: its variables are then locals.</summary>
    public bool IsIncluded { get; init; }

    /// <summary>Above 0 while a loop's body is gone through only to learn what it changes: problems then go nowhere.</summary>
    public int Trials { get; set; }

    public ProblemList Problems => Trials > 0 ? _ignored : _problems;

    /// <summary>The arguments that this file reads and did not receive.</summary>
    public SortedSet<string> MissingArguments { get; } = new(StringComparer.Ordinal);

    public HashSet<string> FieldsUsed { get; } = new(StringComparer.Ordinal);

    public int FrameSize => _slots.Count;

    public int LoopDepth { get; set; }

    /// <summary>The place of a variable in the frame.</summary>
    public int Slot(string name)
    {
        if (!_slots.TryGetValue(name, out var slot)) _slots.Add(name, slot = _slots.Count);
        return slot;
    }
}
