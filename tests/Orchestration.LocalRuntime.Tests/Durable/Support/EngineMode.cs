using System.Reflection;
using Xunit.Sdk;

namespace Orchestration.LocalRuntime.Tests.Durable.Support;

/// <summary>Whether orchestrators stay in memory or are rebuilt from their history before each step.</summary>
public enum EngineMode
{
    Live,
    Replayed,
}

/// <summary>Runs a theory in both modes: the result must be the same.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothModesAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[EngineMode.Live], [EngineMode.Replayed]];
}
