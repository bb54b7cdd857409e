namespace Orchestration.LocalRuntime.Functions.Hosting;

/// <summary>The app cannot start: host.json or its functions are wrong. The message lists every problem.</summary>
public sealed class FunctionAppException(IReadOnlyList<string> problems)
    : Exception($"The function app cannot start; problems: {problems.Count}{string.Concat(problems.Select(problem => $"\n - {problem}"))}")
{
    /// <summary>One line each: where it is, and what is wrong with it.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
