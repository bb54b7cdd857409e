namespace Orchestration.Messages.Templates.Zones;

/// <summary>What a caisse writes into a free zone; in <c>template.yaml</c>: text, paragraph, link, sms.</summary>
public enum ZoneKind
{
    /// <summary>One line: a subject, a heading, the label of a button.</summary>
    Text,

    /// <summary>One paragraph or several, a line each; parts get them as a list.</summary>
    Paragraph,

    /// <summary>The https address of one page of an allowed domain.</summary>
    Link,

    /// <summary>One line that fits the alphabet of SMS.</summary>
    Sms,
}
