namespace Orchestration.LocalRuntime.Durable;

/// <summary>The instance ids that Durable Functions accepts on every storage provider.</summary>
internal static class InstanceIds
{
    private const int MaxLength = 100;
    private const string Refused = "/\\#?";

    /// <exception cref="ArgumentException">The id is empty, too long, begins with '@' or has a character that is refused.</exception>
    public static void Validate(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        if (instanceId.Length > MaxLength)
        {
            throw new ArgumentException($"An instance id has at most {MaxLength} characters; this one has {instanceId.Length}.", nameof(instanceId));
        }

        if (instanceId[0] == '@' || instanceId.Any(letter => Refused.Contains(letter, StringComparison.Ordinal) || char.IsControl(letter)))
        {
            throw new ArgumentException(
                $"'{instanceId}' is not an instance id: no '/', '\\', '#', '?' or control character, and no '@' at its beginning.",
                nameof(instanceId));
        }
    }
}
