namespace Orchestration.Messages;

/// <summary>Names in <see cref="OutgoingMessage.Meta"/>.</summary>
public static class MessageMeta
{
    /// <summary>Keyed hash of the person, by which suppressions are looked up.</summary>
    public const string Person = "person";

    /// <summary>The <see cref="Messages.Purpose"/>.</summary>
    public const string Purpose = "purpose";
}
