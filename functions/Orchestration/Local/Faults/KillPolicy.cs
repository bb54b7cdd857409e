using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Orchestration.Local.Faults;

/// <summary>
/// Kills this very process (SIGKILL: nothing is flushed, no code runs any more) around a chosen request to storage. Only tests of crashes configure it:
/// setting <c>Faults:Kill</c> = <c>before|after METHOD path-regex n</c>, the n-th request that matches.
/// </summary>
internal sealed class KillPolicy : HttpPipelinePolicy
{
    private readonly bool _before;
    private readonly string _method;
    private readonly Regex _path;
    private int _remaining;

    /// <exception cref="FormatException">The setting does not have that form.</exception>
    public KillPolicy(string setting)
    {
        if (setting.Split(' ') is not [("before" or "after") and var moment, var method, var path, var count])
            throw new FormatException($"Faults:Kill is '{setting}', and must be: before|after METHOD path-regex n.");
        (_before, _method, _path) = (moment == "before", method, new Regex(path, RegexOptions.CultureInvariant));
        _remaining = int.Parse(count, System.Globalization.CultureInfo.InvariantCulture);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var dies = IsTheOne(message);
        DieIf(dies && _before);
        ProcessNext(message, pipeline);
        DieIf(dies);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var dies = IsTheOne(message);
        DieIf(dies && _before);
        await ProcessNextAsync(message, pipeline);
        DieIf(dies);
    }

    private bool IsTheOne(HttpMessage message) =>
        message.Request.Method.ToString() == _method
        && _path.IsMatch(message.Request.Uri.Path ?? "")
        && Interlocked.Decrement(ref _remaining) == 0;

    private static void DieIf(bool dies)
    {
        if (dies)
            System.Diagnostics.Process.GetCurrentProcess().Kill();
    }
}
