using Orchestration.Templating.Fields;

namespace Orchestration.Templating.Rendering;

/// <summary>Everything that one rendering changes. Reused from one to the next, never shared by two.</summary>
internal sealed class RenderState
{
    private readonly Stack<LoopFrame> _loops = new();
    private readonly Stack<LoopFrame> _spareLoops = new();
    private Dictionary<string, int>? _cycles;
    private Value[] _slots = new Value[32];
    private int _frame;
    private int _frameSize;
    private int _steps;
    private int _stepScopes;

    public OutputBuffer Output { get; } = new();

    public FieldValues Fields { get; private set; } = null!;

    /// <summary>The innermost loop.</summary>
    public LoopFrame Loop => _loops.Peek();

    public void Start(FieldValues fields, int frameSize)
    {
        Fields = fields;
        Output.Clear();
        _loops.Clear();
        _cycles?.Clear();
        _steps = _stepScopes = _frame = _frameSize = 0;
        EnterFrame(frameSize);
    }

    /// <summary>Forgets the values: they are about people.</summary>
    public void End()
    {
        Fields = null!;
        Array.Clear(_slots);
    }

    public Value GetSlot(int slot) => _slots[_frame + slot];

    public void SetSlot(int slot, in Value value) => _slots[_frame + slot] = value;

    /// <summary>
    /// The variables of an included file begin where its caller's end. Returns what <see cref="LeaveFrame"/> needs.
    /// </summary>
    public int EnterFrame(int size)
    {
        var callerSize = _frameSize;
        _frame += callerSize;
        _frameSize = size;
        if (_frame + size > _slots.Length) Array.Resize(ref _slots, Math.Max(_frame + size, _slots.Length * 2));
        Array.Clear(_slots, _frame, size);
        return callerSize;
    }

    public void LeaveFrame(int callerSize)
    {
        _frameSize = callerSize;
        _frame -= callerSize;
    }

    public LoopFrame EnterLoop()
    {
        EnterSteps();
        var frame = _spareLoops.TryPop(out var spare) ? spare : new LoopFrame();
        _loops.Push(frame);
        return frame;
    }

    public void LeaveLoop()
    {
        _spareLoops.Push(_loops.Pop());
        LeaveSteps();
    }

    /// <summary>Steps are counted from the start of the outermost loop, as in Scriban.</summary>
    public void EnterSteps()
    {
        if (_stepScopes++ == 0) _steps = 0;
    }

    public void LeaveSteps() => _stepScopes--;

    /// <exception cref="TemplateLimitException">The loop has gone on too long.</exception>
    public void Step(int count = 1)
    {
        _steps += count;
        if (_steps > Limits.Steps) throw Limits.TooManySteps();
    }

    /// <summary>A function that goes through a whole list counts as a loop over it.</summary>
    public Value[] GoThrough(Value[] items)
    {
        EnterSteps();
        Step(items.Length);
        LeaveSteps();
        return items;
    }

    /// <summary>
    /// Where a cycle stands, moved on by one for the next time; an empty list puts its group back to the start.
    /// </summary>
    public int NextInCycle(string group, int length)
    {
        _cycles ??= new Dictionary<string, int>(StringComparer.Ordinal);
        var index = length == 0 ? 0 : _cycles.GetValueOrDefault(group) % length;
        _cycles[group] = length == 0 ? 0 : index + 1;
        return index;
    }
}
