using Orchestration.Planning;

namespace Orchestration.Messages.Templates.Manifest;

/// <summary>How caisses order a model of the library: the section <c>order:</c> of its manifest, covered by its visa like all the rest.</summary>
/// <param name="Theme">Two campaigns on one theme can collide.</param>
/// <param name="Audience">Criterion: whom of its insured people a caisse reaches.</param>
/// <param name="Guidance">« Consigne » for the caisses, in French (domain.md A6, row 101).</param>
/// <param name="Window">Narrower hours than the channels', local; null for none.</param>
/// <param name="From">First day on which caisses may order it; null for no bound.</param>
/// <param name="Until">Last day on which it may go out; null for no bound.</param>
/// <param name="Priority">0 to 100; higher wins when pressure must choose.</param>
/// <param name="Options">What a caisse may choose, in the order of the file.</param>
public sealed record OrderSection(
    string Theme,
    string Audience,
    string Guidance,
    TimeWindow? Window,
    DateOnly? From,
    DateOnly? Until,
    int Priority,
    IReadOnlyList<OrderOption> Options)
{
    /// <summary>Of a model that names none: that of ready-made campaigns in the sample calendars (domain.md D, « Arbitrage proposé »).</summary>
    public const int UsualPriority = 40;
}

/// <summary>A narrower audience that a caisse may choose; several together narrow it further.</summary>
/// <param name="Id"><c>[a-z0-9-]</c>, unique in the model.</param>
/// <param name="Title">In French.</param>
/// <param name="Audience">A criterion that must hold as well.</param>
public sealed record OrderOption(string Id, string Title, string Audience);
