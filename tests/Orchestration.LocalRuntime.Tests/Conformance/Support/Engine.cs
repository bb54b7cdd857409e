namespace Orchestration.LocalRuntime.Tests.Conformance.Support;

/// <summary>What runs a conformance test.</summary>
public enum Engine
{
    /// <summary>Ours; orchestrators stay in memory.</summary>
    Live,

    /// <summary>Ours; orchestrators are rebuilt from their history before each step.</summary>
    Replayed,

    /// <summary>Microsoft.DurableTask, on its in-process test host.</summary>
    Original,
}
