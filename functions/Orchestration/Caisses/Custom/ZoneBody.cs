using Orchestration.Http;
using Orchestration.Messages;
using Orchestration.Messages.Templates;
using Orchestration.Messages.Templates.Zones;
using Orchestration.Wording;

namespace Orchestration.Caisses.Custom;

/// <summary>Reads the texts of the free zones, and tells what is wrong with them where the caisse can mend it.</summary>
internal static class ZoneBody
{
    private const int LongestText = 10_000;

    /// <param name="zones">The object of the body.</param>
    /// <param name="declared">Zones of the layout.</param>
    /// <param name="settings">Allowed domains.</param>
    /// <returns>Name to text, as it will be shown; of no use when there are faults.</returns>
    public static IReadOnlyDictionary<string, string> Read(BodyReader zones, IReadOnlyList<ZoneDeclaration> declared, MessageSettings settings)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var zone in declared)
        {
            if (zones.Text(zone.Name, LongestText, required: !zone.Optional, multiline: true) is not { } written)
                continue;
            var text = ZoneRules.Tidy(zone, written);
            texts[zone.Name] = text;
            foreach (var fault in ZoneRules.Faults(zone, text, settings))
                zones.Faults.Add(zones.PointerOf(zone.Name), fault.What, fault.Mend);
        }

        zones.RefuseOthers();
        return texts;
    }

    /// <summary>What the checks of the rendered messages found: at the one zone that the part shows, or at the zones as a whole.</summary>
    public static void Tell(TemplatePackage layout, IEnumerable<Templating.TemplateProblem> problems, string pointer, Faults faults)
    {
        foreach (var problem in problems)
        {
            var zones = layout.ZonesOf(problem.File);
            var place = zones.Count == 1 ? $"{pointer}/{zones[0]}" : pointer;
            faults.Add(place, French.Text($"{PartName(problem.File)} : {problem.Message}"), problem.Mend);
        }
    }

    private static string PartName(string golden) => golden switch
    {
        PackageFiles.ExpectedSubject => "Objet de l’e-mail",
        PackageFiles.ExpectedHtml => "E-mail",
        PackageFiles.ExpectedText => "Version texte de l’e-mail",
        PackageFiles.ExpectedSms => "SMS",
        _ => golden,
    };
}
