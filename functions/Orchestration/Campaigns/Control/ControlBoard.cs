namespace Orchestration.Campaigns.Control;

/// <summary>
/// What is held back right now, in one document so that one cheap read tells it: the global stop, and the sends that do not simply run.
/// It is the truth; the event that follows a change is only a doorbell.
/// </summary>
/// <param name="Stop">Set while everything is stopped.</param>
/// <param name="Sends">Paused or cancelled sends; one that runs has no entry.</param>
public sealed record ControlBoard(ControlEntry? Stop, IReadOnlyDictionary<SendKey, ControlEntry> Sends)
{
    public static ControlBoard Clear { get; } = new(null, new Dictionary<SendKey, ControlEntry>());

    public SendControl this[SendKey send] =>
        Sends.GetValueOrDefault(send)?.State is SendControl.Cancelled ? SendControl.Cancelled
        : Stop is not null ? SendControl.Paused
        : Sends.GetValueOrDefault(send)?.State ?? SendControl.Running;

    public ControlBoard With(SendKey send, ControlEntry entry) => With([send], entry);

    /// <summary>A cancelled send stays cancelled.</summary>
    public ControlBoard With(IEnumerable<SendKey> changed, ControlEntry entry)
    {
        var sends = new Dictionary<SendKey, ControlEntry>(Sends);
        var isNew = changed.Count(send => Change(sends, send, entry));
        return isNew == 0 ? this : this with { Sends = sends };
    }

    public ControlBoard WithStop(ControlEntry? stop) => (stop is null) == (Stop is null) ? this : this with { Stop = stop };

    private static bool Change(Dictionary<SendKey, ControlEntry> sends, SendKey send, ControlEntry entry)
    {
        if (sends.GetValueOrDefault(send)?.State is { } state && (state == entry.State || state == SendControl.Cancelled))
            return false;
        if (entry.State == SendControl.Running)
            return sends.Remove(send);
        sends[send] = entry;
        return true;
    }
}
