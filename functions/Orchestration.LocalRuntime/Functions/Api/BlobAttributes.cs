using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function for each new or changed blob.</summary>
/// <param name="blobPath"><c>container/pattern</c> with <c>{name}</c> placeholders and <c>%Setting%</c>.</param>
public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
{
    public string BlobPath { get; } = blobPath;

    /// <summary>Name of the connection setting; <c>AzureWebJobsStorage</c> when absent.</summary>
    public string? Connection { get; set; }

    public BlobTriggerSource Source { get; set; }
}

/// <summary>How Azure notices a blob. The local runtime polls for both.</summary>
public enum BlobTriggerSource
{
    LogsAndContainerScan = 0,
    EventGrid = 1,
}

/// <summary>Binds a parameter to one blob.</summary>
/// <param name="blobPath"><c>container/blob</c>, with placeholders that the trigger fills and <c>%Setting%</c>.</param>
public sealed class BlobInputAttribute(string blobPath) : InputBindingAttribute
{
    public string BlobPath { get; } = blobPath;

    /// <summary>Name of the connection setting; <c>AzureWebJobsStorage</c> when absent.</summary>
    public string? Connection { get; set; }
}
