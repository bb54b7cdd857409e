namespace Orchestration.Messages;

/// <summary>How a message travels.</summary>
public enum Channel
{
    Email,
    Sms,
}
