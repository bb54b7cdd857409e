using Orchestration.Audience;
using Orchestration.Messages;
using Orchestration.Wording;

namespace Orchestration.Calendars.Reading;

/// <summary>A send must ask of its template only what it offers. What could not be read of the send is not compared.</summary>
internal static class TemplateCheck
{
    public static void Run(
        Section section,
        string id,
        Purpose? purpose,
        Population? population,
        IReadOnlyList<Channel> channels,
        ICalendarReferences references)
    {
        if (references.FindTemplate(id) is not { } template)
        {
            section.Problems.Unknown(
                ProblemCodes.UnknownTemplate, section.PlaceOf("template"),
                $"Le modèle « {id} » n'existe pas.", id, [.. references.TemplateIds]);
            return;
        }

        foreach (var channel in channels.Except(template.Channels))
        {
            section.Problems.Error(
                ProblemCodes.TemplateChannel, section.PlaceOf("channels"),
                $"Le modèle « {id} » n'a pas de version « {section.Names.Word("channels", channel)} ».",
                $"Ce modèle offre : {French.And([.. template.Channels.Select(offered => section.Names.Word("channels", offered))])}. "
                    + $"Retirez le canal ou complétez le modèle.");
        }

        if (population is { } asked && asked != template.Population)
        {
            section.Problems.Error(
                ProblemCodes.TemplatePublic, section.PlaceOf("public"),
                $"Le modèle « {id} » s'adresse au public « {section.Names.Word("public", template.Population)} ».",
                $"Changez « {section.Names.Name("public")} » ou choisissez un autre modèle.");
        }

        if (purpose is { } aim && aim != template.Purpose)
        {
            section.Problems.Error(
                ProblemCodes.TemplatePurpose, section.PlaceOf("template"),
                $"Le modèle « {id} » a pour finalité « {section.Names.Word("purpose", template.Purpose)} », "
                    + $"la campagne « {section.Names.Word("purpose", aim)} ».",
                $"Choisissez un autre modèle, ou corrigez « {section.Names.Name("purpose")} » dans la campagne.");
        }
    }
}
