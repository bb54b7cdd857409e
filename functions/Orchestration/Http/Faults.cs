using Orchestration.Wording;

namespace Orchestration.Http;

/// <summary>Everything that is wrong with one request, so that it is told at once.</summary>
public sealed class Faults
{
    /// <summary>Nobody reads more; a small body can have thousands.</summary>
    private const int Most = 100;

    private readonly List<Fault> _all = [];
    private int _untold;

    public bool Any => _all.Count > 0;

    /// <summary>In the order in which they were found; after the hundredth, one that counts the rest.</summary>
    public IReadOnlyList<Fault> All => _untold == 0 ? _all : [.. _all, Untold()];

    /// <summary>Adds a fault; see <see cref="Fault"/>. The sentences are set as French wants.</summary>
    public void Add(string pointer, string detail, string mend)
    {
        if (_all.Count < Most)
            _all.Add(new Fault(pointer, French.Typeset(detail), French.Typeset(mend)));
        else
            _untold++;
    }

    private Fault Untold() => new(
        "", French.Text($"Le corps a encore {French.Count(_untold, "faute", "fautes")}."), French.Text($"Corrigez d'abord les premières."));
}
