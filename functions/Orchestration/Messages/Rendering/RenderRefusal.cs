using Orchestration.Templating;
using Orchestration.Wording;

namespace Orchestration.Messages.Rendering;

/// <summary>Why one person gets no message although everything else is ready: the same inputs will give the same refusal.</summary>
/// <param name="Code">Stable, for counts and reports.</param>
/// <param name="Detail">In French; names a field, never its value.</param>
public sealed record RenderRefusal(string Code, string Detail)
{
    public static RenderRefusal StopMissing { get; } = new("sms-without-stop", "Ce SMS de promotion n’a pas la mention STOP.");

    public static RenderRefusal BadContact(string detail) => new("contact-invalid", detail);

    public static RenderRefusal MissingField(string field) =>
        new("field-missing", French.Typeset($"Le champ « {field} » est vide."));

    public static RenderRefusal BadField(string field) =>
        new("field-invalid", French.Typeset($"Le champ « {field} » n’a pas la forme attendue."));

    public static RenderRefusal BadSubject(string detail) => new("subject-invalid", detail);

    public static RenderRefusal OverLimit(TemplateLimit limit) => new("rendering-limit", limit switch
    {
        TemplateLimit.Loop => "Le modèle fait trop de tours de boucle.",
        TemplateLimit.Output => "Le modèle donne un texte trop long.",
        TemplateLimit.Number => "Un calcul du modèle donne un nombre ou une date hors limites.",
        TemplateLimit.Regex => "Une recherche du modèle dans un texte prend trop de temps.",
        _ => throw new ArgumentOutOfRangeException(nameof(limit), limit, null),
    });
}
