namespace Orchestration.Tests.Replay;

/// <summary>Rewrites files under version control, and so runs only when it is asked for.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecordingFactAttribute : FactAttribute
{
    private const string Variable = "RECORD_HISTORIES";

    public RecordingFactAttribute() =>
        Skip = Environment.GetEnvironmentVariable(Variable) == "1" ? null : $"Rewrites the stored histories; set {Variable}=1 to run it.";
}
