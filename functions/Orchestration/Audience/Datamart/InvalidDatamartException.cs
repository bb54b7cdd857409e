namespace Orchestration.Audience.Datamart;

/// <summary>A file of the datamart cannot be used as it is; the message, in French, says which and why. Trying again does not help.</summary>
public sealed class InvalidDatamartException(string message) : Exception(message);
