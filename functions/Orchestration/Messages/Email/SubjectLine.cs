namespace Orchestration.Messages.Email;

/// <summary>What a subject must be: something, one line, not too long, nothing that could add or disguise a header.</summary>
internal static class SubjectLine
{
    /// <summary>In French, or null when the subject is good.</summary>
    public static string? Problem(string subject, MessageSettings settings)
    {
        if (subject.Length == 0)
        {
            return "L’objet est vide.";
        }

        if (subject.Length > settings.MaxSubjectLength)
        {
            return $"L’objet a {subject.Length} caractères, plus que les {settings.MaxSubjectLength} permis.";
        }

        return HeaderValue.IsSafe(subject) ? null : "L’objet contient un retour à la ligne ou un caractère de contrôle.";
    }
}
