namespace Orchestration.LocalRuntime.Functions.Hosting;

/// <summary>Collects what is wrong with the app, so that it is told all at once.</summary>
internal sealed class Problems
{
    private readonly List<string> _found;
    private readonly string _prefix;

    public Problems()
        : this([], "")
    {
    }

    private Problems(List<string> found, string prefix) => (_found, _prefix) = (found, prefix);

    /// <summary>A view that names where its problems are.</summary>
    public Problems Within(string place) => new(_found, $"{_prefix}{place}: ");

    public void Add(string problem) => _found.Add(_prefix + problem);

    /// <exception cref="FunctionAppException">There are some.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count > 0)
            throw new FunctionAppException(_found);
    }
}
