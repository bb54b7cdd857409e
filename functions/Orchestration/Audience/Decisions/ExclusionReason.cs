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

    // Refusals of rendering.
    public const string StopMissing = "sms-without-stop";
    public const string ContactRefused = "contact-invalid";
    public const string FieldMissing = "field-missing";
    public const string FieldInvalid = "field-invalid";
    public const string SubjectInvalid = "subject-invalid";
    public const string RenderingLimit = "rendering-limit";

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
        [StopMissing] = "SMS sans mention STOP",
        [ContactRefused] = "coordonnée refusée à la composition",
        [FieldMissing] = "champ du gabarit vide",
        [FieldInvalid] = "champ du gabarit mal formé",
        [SubjectInvalid] = "objet refusé à la composition",
        [RenderingLimit] = "gabarit hors limites",
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
