using Orchestration.Http;
using Orchestration.Messages;
using Orchestration.Messages.Templates;
using Orchestration.Messages.Templates.Zones;
using Orchestration.Templating;
using Orchestration.Wording;

namespace Orchestration.Caisses.Custom;

/// <summary>Tells what is wrong with the texts of free zones, where the caisse can mend it.</summary>
internal static class ZoneFaults
{
    private const string Pointer = "/zones";

    /// <param name="written">See <see cref="CampaignRequest.Zones"/>.</param>
    /// <param name="declared">Zones of the layout.</param>
    /// <param name="settings">Allowed domains.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <returns>Name to text, as it will be shown; of no use when there are faults.</returns>
    public static IReadOnlyDictionary<string, string> Check(
        IReadOnlyDictionary<string, string?> written, IReadOnlyList<ZoneDeclaration> declared, MessageSettings settings, Faults faults)
    {
        foreach (var name in written.Keys.Where(name => declared.All(zone => zone.Name != name)))
        {
            faults.Add(
                PointerOf(name), French.Text($"Ce gabarit n'a pas de zone « {name} »."),
                NearNames.Find(name, declared.Select(zone => zone.Name)) is { } near ? French.Text($"Vouliez-vous écrire « {near} » ?")
                : $"Ses zones sont {French.And([.. declared.Select(zone => $"« {zone.Name} »")])}.");
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var zone in declared)
        {
            if (written.GetValueOrDefault(zone.Name, "") is not { } text)
                continue;
            texts[zone.Name] = ZoneRules.Tidy(zone, text);
            foreach (var fault in ZoneRules.Faults(zone, texts[zone.Name], settings))
                faults.Add(PointerOf(zone.Name), fault.What, fault.Mend);
        }

        return texts;
    }

    /// <summary>Where a problem of a rendered part is mended: in the one zone that the part shows, or in the zones as a whole.</summary>
    public static string PointerOf(TemplatePackage layout, string part) => layout.ZonesOf(part) is [var zone] ? PointerOf(zone) : Pointer;

    /// <summary>Adds what the checks of the rendered messages found.</summary>
    public static void Add(this Faults faults, TemplatePackage layout, IEnumerable<TemplateProblem> problems)
    {
        foreach (var problem in problems)
            faults.Add(PointerOf(layout, problem.File), French.Text($"{PartName(problem.File)} : {problem.Message}"), problem.Mend);
    }

    private static string PointerOf(string zone) => JsonPointer.Append(Pointer, zone);

    private static string PartName(string golden) => golden switch
    {
        PackageFiles.ExpectedSubject => "Objet de l’e-mail",
        PackageFiles.ExpectedHtml => "E-mail",
        PackageFiles.ExpectedText => "Version texte de l’e-mail",
        PackageFiles.ExpectedSms => "SMS",
        _ => golden,
    };
}
