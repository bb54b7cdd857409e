namespace Orchestration.LocalRuntime.Tests.Durable.Support;

/// <summary>A folder that goes away with its test.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("durable-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
