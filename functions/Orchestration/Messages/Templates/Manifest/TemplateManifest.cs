using Orchestration.Audience;
using Orchestration.Messages.Templates.Zones;

namespace Orchestration.Messages.Templates.Manifest;

/// <summary>What a template says of itself in <c>template.yaml</c>.</summary>
/// <param name="Id">Its folder under <c>templates/</c>: <c>national/ror-invitation</c>.</param>
/// <param name="Version">From 1; raised by its author at each change.</param>
/// <param name="Title">For planners, in French.</param>
/// <param name="Author">Who wrote it, by the name on their key, such as <c>claire.martin</c>: a visa by its author is refused.</param>
/// <param name="Purpose">Of every message; a send of another purpose cannot use the template.</param>
/// <param name="Population">Whom it is written for.</param>
/// <param name="Channels">Those it has parts for.</param>
/// <param name="ListId">Names the series in List-Id, <c>[a-z0-9-]</c>; given with e-mail.</param>
/// <param name="EmailSender">Given with e-mail.</param>
/// <param name="SmsSender">OADC; given with SMS.</param>
/// <param name="Fields">Of the datamart, in the order of the file.</param>
public sealed record TemplateManifest(
    string Id,
    int Version,
    string Title,
    string Author,
    Purpose Purpose,
    Population Population,
    IReadOnlyList<Channel> Channels,
    string? ListId,
    EmailSender? EmailSender,
    string? SmsSender,
    IReadOnlyList<FieldDeclaration> Fields)
{
    /// <summary>What a caisse fills in, in the order of the file; empty unless the template is one of <c>custom/</c>.</summary>
    public IReadOnlyList<ZoneDeclaration> Zones { get; init; } = [];

    /// <summary>How caisses order it; null when they cannot.</summary>
    public OrderSection? Order { get; init; }
}

/// <summary>The From mailbox of a template.</summary>
public sealed record EmailSender(string Name, string Address);

/// <summary>A field that the template may print.</summary>
/// <param name="Name">As in the datamart's schema.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Optional">It may be missing for a person; otherwise such a person gets no message.</param>
public sealed record FieldDeclaration(string Name, DataKind Kind, bool Optional);
