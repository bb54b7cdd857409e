namespace Microsoft.DurableTask;

/// <summary>How an orchestration continues as new.</summary>
public class ContinueAsNewOptions
{
    public object? NewInput { get; set; }

    public bool PreserveUnprocessedEvents { get; set; } = true;

    /// <summary>The version of the next generation; without one, the present version.</summary>
    public string? NewVersion { get; set; }
}
