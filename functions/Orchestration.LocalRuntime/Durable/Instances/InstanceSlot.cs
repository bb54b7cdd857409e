using Orchestration.LocalRuntime.Durable.Execution;
using Orchestration.LocalRuntime.Durable.History;
using Orchestration.LocalRuntime.Durable.Storage;

namespace Orchestration.LocalRuntime.Durable.Instances;

/// <summary>An instance in memory: its mailbox and, between turns, the orchestrator that waits. One turn at a time uses it.</summary>
internal sealed class InstanceSlot(long key)
{
    private readonly Lock _gate = new();
    private List<Letter> _mailbox = [];
    private Violation? _violation;
    private bool _hasTurn;
    private bool _isClosed;

    public long Key => key;

    /// <summary>The instance as the last turn left it; null before the first one. Belongs to the turn.</summary>
    public InstanceRow? Row { get; set; }

    /// <summary>The waiting orchestrator; null when it must be rebuilt from its history. Belongs to the turn.</summary>
    public OrchestrationExecution? Live { get; set; }

    /// <summary>Where the slot stands among the idle ones; belongs to them.</summary>
    public LinkedListNode<InstanceSlot>? IdleNode { get; set; }

    /// <returns>Whether the letter was taken, and whether the caller must have a turn run.</returns>
    public (bool Taken, bool NeedsTurn) Post(Letter letter)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return (false, false);
            }

            _mailbox.Add(letter);
            return (true, ClaimTurn());
        }
    }

    /// <summary>Notes that the orchestrator broke a rule, which its next turn answers for.</summary>
    /// <returns>Whether it was noted, and whether the caller must have a turn run.</returns>
    public (bool Taken, bool NeedsTurn) Report(Violation violation)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return (false, false);
            }

            _violation ??= violation;
            return (true, ClaimTurn());
        }
    }

    /// <summary>True once the present generation has taken its first turn. Belongs to the turn.</summary>
    public bool IsStarted { get; set; }

    /// <summary>Gives the turn what it is to read. An instance that has not started reads its start first, and waits for it.</summary>
    public (IReadOnlyList<Letter> Letters, Violation? Violation) Take()
    {
        lock (_gate)
        {
            var violation = _violation;
            _violation = null;
            if (_isClosed || !HasNews)
            {
                return ([], violation);
            }

            var letters = _mailbox;
            _mailbox = [];
            if (!IsStarted && letters.FindIndex(letter => letter.Arrival is Started) is var start and > 0)
            {
                var first = letters[start];
                letters.RemoveAt(start);
                letters.Insert(0, first);
            }

            return (letters, violation);
        }
    }

    /// <summary>Puts back what a turn has read in vain.</summary>
    public void PutBack(IReadOnlyList<Letter> letters)
    {
        lock (_gate)
        {
            _mailbox.InsertRange(0, letters);
        }
    }

    /// <summary>Ends a turn.</summary>
    /// <returns>True when the caller must have another turn run.</returns>
    public bool EndTurn()
    {
        lock (_gate)
        {
            _hasTurn = !_isClosed && (_violation is not null || HasNews);
            return _hasTurn;
        }
    }

    /// <summary>Closes the slot when nothing is in it and no turn runs.</summary>
    public bool TryRetire()
    {
        lock (_gate)
        {
            if (_hasTurn || _mailbox.Count > 0)
            {
                return false;
            }

            _isClosed = true;
            return true;
        }
    }

    /// <returns>What was in the mailbox.</returns>
    public IReadOnlyList<Letter> Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            var letters = _mailbox;
            _mailbox = [];
            return letters;
        }
    }

    private bool HasNews => _mailbox.Count > 0
        && (IsStarted || _mailbox.Exists(letter => letter.Arrival is Started or TerminateRequested));

    private bool ClaimTurn()
    {
        var claimed = !_hasTurn;
        _hasTurn = true;
        return claimed;
    }
}

/// <summary>A rule that an orchestrator broke between its turns.</summary>
internal sealed record Violation(int Generation, InvalidOperationException Error);
