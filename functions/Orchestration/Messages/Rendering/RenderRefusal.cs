namespace Orchestration.Messages.Rendering;

/// <summary>Why one person gets no message although everything else is ready: the same inputs will give the same refusal.</summary>
/// <param name="Code">Stable, for counts and reports.</param>
/// <param name="Detail">In French; names a field, never its value.</param>
public sealed record RenderRefusal(string Code, string Detail)
{
    public static RenderRefusal BadContact(string detail) => new("contact-invalid", detail);

    public static RenderRefusal MissingField(string field) => new("field-missing", FrenchSpacing.Apply($"Le champ « {field} » est vide."));

    public static RenderRefusal BadField(string field) => new("field-invalid", FrenchSpacing.Apply($"Le champ « {field} » n’a pas la forme attendue."));

    public static RenderRefusal BadSubject(string detail) => new("subject-invalid", detail);

    public static RenderRefusal StopMissing { get; } = new("sms-without-stop", "Ce SMS de promotion n’a pas la mention STOP.");

    public static RenderRefusal OverLimit(string detail) => new("rendering-limit", detail);
}
