using Orchestration.Audience.Suppressions;

namespace Orchestration.Audience.Decisions;

/// <summary>Why a targeted person gets nothing: stable codes, kept for years in decision blobs, and what they say to people.</summary>
public static class ExclusionReason
{
    public const string NoContact = "no-contact";
    public const string InvalidContact = "invalid-contact";
    public const string Unsubscribed = "unsubscribed";
    public const string Stop = "stop";
    public const string Bounce = "bounce";
    public const string Complaint = "complaint";
    public const string Cancelled = "cancelled";

    /// <summary>Every code with its label in French.</summary>
    public static IReadOnlyDictionary<string, string> Labels { get; } = new Dictionary<string, string>
    {
        [NoContact] = "aucune coordonnée pour les canaux de l’envoi",
        [InvalidContact] = "coordonnée invalide",
        [Unsubscribed] = "désinscription",
        [Stop] = "STOP par SMS",
        [Bounce] = "adresse en rebond définitif",
        [Complaint] = "plainte pour courrier indésirable",
        [Cancelled] = "envoi annulé",
    };

    public static string Of(Suppression suppression) => suppression.Kind switch
    {
        SuppressionKind.Unsubscribed => Unsubscribed,
        SuppressionKind.Stop => Stop,
        SuppressionKind.Bounce => Bounce,
        SuppressionKind.Complaint => Complaint,
        _ => throw new InvalidOperationException($"There is no kind {suppression.Kind}."),
    };
}
