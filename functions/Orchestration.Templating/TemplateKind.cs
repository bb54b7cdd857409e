namespace Orchestration.Templating;

/// <summary>What a template produces, hence how its printed expressions are escaped.</summary>
public enum TemplateKind
{
    /// <summary>An HTML part (<c>.sbnhtml</c>): every printed expression is escaped for the place where it stands.</summary>
    Html,

    /// <summary>A subject, a text part or an SMS (<c>.sbntxt</c>): nothing is escaped.</summary>
    Text,
}
