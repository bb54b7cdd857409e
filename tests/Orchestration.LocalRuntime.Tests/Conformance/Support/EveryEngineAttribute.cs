using System.Reflection;
using Xunit.Sdk;

namespace Orchestration.LocalRuntime.Tests.Conformance.Support;

/// <summary>Runs a theory on each engine of this flavour.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryEngineAttribute : DataAttribute
{
    /// <summary>Why the original is not asked: its in-process host does otherwise than is documented. README.md lists them.</summary>
    public string? OriginalDiffers { get; init; }

    /// <summary>True when the test needs an orchestrator that replays between two steps.</summary>
    public bool MustReplay { get; init; }

    public override string? Skip
    {
        get => Harness.Engines.Contains(Engine.Original) ? OriginalDiffers : null;
        set => throw new NotSupportedException();
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Harness.Engines.Where(engine => !MustReplay || engine != Engine.Live).Select(engine => new object[] { engine });
}
