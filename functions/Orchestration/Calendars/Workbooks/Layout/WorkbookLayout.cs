using Orchestration.Calendars.Workbooks.Forms;

namespace Orchestration.Calendars.Workbooks.Layout;

/// <summary>The sheets of a calendar as a workbook.</summary>
internal static class WorkbookLayout
{
    public static SheetLayout Calendar { get; } = new(
        "Calendrier", "",
        [
            new("calendar", "Identifiant", CellForms.Text, "Le même dans toutes les versions du calendrier : relationnel-2027") { IsRequired = true, Others = ["Id"] },
            new("title", "Titre", CellForms.Text, "Calendrier relationnel 2027") { IsRequired = true },
            new("year", "Année", CellForms.Integer, "L'année des récurrences : 2027") { IsRequired = true },
            new("revision_of", "Révision de", CellForms.Integer, "Numéro de la version dont ce fichier est parti, s'il y en a une : 3"),
        ]);

    public static SheetLayout Campaigns { get; } = new(
        "Campagnes", "campaigns",
        [
            Id(),
            Title(),
            new("type", "Type", CellForms.Type, "Choisissez dans la liste.") { IsRequired = true },
            new("purpose", "Finalité", CellForms.Purpose, "Elle décide du STOP, des heures et de l'opposition.", 20) { IsRequired = true },
            new("scale", "Envergure", CellForms.Scale, "Choisissez dans la liste.") { IsRequired = true },
            new("theme", "Thème", CellForms.Text, "Deux campagnes d'un même thème peuvent se gêner : vaccination", 16) { IsRequired = true },
            new("seasonal", "Saisonnière", CellForms.YesNo, "oui si elle tient à une saison ; vide pour non.", 12),
            new("priority", "Priorité", CellForms.Integer, "De 0 à 100 ; la plus haute l'emporte.", 10) { IsRequired = true },
            new("caisses", "Caisses", CellForms.Caisses, "toutes, ou une liste : CPAM-01, CPAM-02") { IsRequired = true },
            new("except", "Sauf", CellForms.Ids, "Caisses à retirer : CGSS-974"),
            new("owner", "Responsable", CellForms.Text, "Dicom/DCP", 16) { IsRequired = true },
            new("lifecycle", "Cycle de vie", CellForms.Lifecycle, "Vide pour une création."),
            new("reviewed", "Contenu relu le", CellForms.Date, "Pour une rediffusion : 30/11/2026", 16) { Others = ["Relue le", "Relu le"] },
            new("letter", "Lettre-réseau", CellForms.Date, "Date de la lettre-réseau aux caisses : 07/09/2027"),
            new("article", "Article", CellForms.Text, "Adresse de l'article sur ameli.fr : https://www.ameli.fr/…", 24) { Others = ["Article ameli.fr"] },
            Waiver(),
        ],
        "Campagne");

    public static SheetLayout Waves { get; } = new(
        "Vagues", "waves",
        [
            Id() with { Others = ["Id", "Vague"] },
            Campaign(),
            new("start", "Début", CellForms.Date, "Premier jour (J0) : 12/10/2027") { IsRequired = true },
            new("end", "Fin", CellForms.Date, "Dernier jour, compris : 31/10/2027") { IsRequired = true },
            new("media", "Médias", CellForms.Media, "TV, digital, radio, affichage, presse", 22) { IsRequired = true, Others = ["Média"] },
            new("homepage", "Page d’accueil", CellForms.Homepage, "Sur ameli.fr : bannière (10 jours, puis carte) si la cellule est vide."),
            new("screens", "Écrans (s)", CellForms.Seconds, "Durée du clip sur les écrans des caisses, en secondes ; vide sans clip.", 11) { Others = ["Écrans"] },
            new("budget", "Budget (k€)", CellForms.Thousands, "En milliers d'euros, pour information : 350,5", 12) { Others = ["Budget"] },
            Waiver(),
        ],
        "Vague", "Vagues médias", "Vagues média")
    { IsRequired = false };

    public static SheetLayout Sends { get; } = new(
        "Envois", "sends",
        [
            Id(),
            Campaign(),
            new("public", "Public", CellForms.Public, "Choisissez dans la liste.", 22) { IsRequired = true },
            new("remind", "Relance de", CellForms.Text, "L'envoi relancé, sous la forme campagne/envoi : grippe-2027/invitation", 24) { Others = ["Relance"] },
            new("audience", "Audience", new CriterionForm(), "Le critère : age >= 65 ; tout le monde : true", 36) { IsRequired = true, Others = ["Critère", "Cible"] },
            new("channels", "Canaux", CellForms.Channels, "Dans l'ordre de préférence : e-mail, SMS") { IsRequired = true, Others = ["Canal"] },
            new("template", "Modèle", CellForms.Text, "national/grippe-invitation", 26) { IsRequired = true },
            new("at", "Moment", new MomentForm(),
                "12/10/2027 ; grippe-v1 début - 21 j ; grippe-v1 fin + 2 jo ; grippe-2027/invitation + 35 j ; dernier vendredi du mois ; chaque jour", 34)
            { SecondKey = "every", Others = ["Date", "Quand"] },
            new("every", "Récurrence", new MomentForm(), "dernier vendredi du mois") { SecondKey = "at", IsWritten = false },
            new("on", "Déclencheur", CellForms.Text, "À la place d'un moment, ce qu'un exploitant signalera : pic-epidemique", 16),
            new("from", "À partir du", CellForms.Date, "Avec un déclencheur ou « chaque jour » : pas avant cette date."),
            new("spread", "Étalement (jours)", CellForms.Days, "Nombre de jours permis sur lesquels l'envoi est étalé ; vide pour un.", 16) { Others = ["Étalement"] },
            new("on_holiday", "Jour férié", CellForms.OnHoliday, "Quand la date est fériée là où est la caisse ; vide pour le jour suivant.", 16) { Others = ["Si férié"] },
            new("window", "Plage horaire", new WindowForm(), "Heures locales, plus étroites que celles du canal : 9 h - 11 h") { Others = ["Horaires", "Plage"] },
            new("volume", "Volume", CellForms.Integer, "Personnes à toucher, dans toute la France : 11000000"),
            new("calls", "Appels (%)", CellForms.Percent, "Sur cent personnes touchées, combien appelleront le 3646.", 11) { Others = ["Appels"] },
            new("inserts", "Encarts", CellForms.Ids, "Campagnes qui ont un encart dans cette lettre : grippe-2027", 20),
            Waiver(),
        ],
        "Envoi");

    /// <summary>Those with one entry a row.</summary>
    public static IReadOnlyList<SheetLayout> Tables { get; } = [Campaigns, Waves, Sends];

    private static SheetColumn Id() =>
        new("id", "Identifiant", CellForms.Text, "Minuscules sans accent, chiffres et traits d'union : grippe-2027", 22) { IsRequired = true, Others = ["Id"] };

    private static SheetColumn Title() =>
        new("title", "Titre", CellForms.Text, "Vaccination contre la grippe", 36) { IsRequired = true };

    private static SheetColumn Campaign() =>
        new("campaign", "Campagne", CellForms.Text, "L'identifiant d'une campagne.", 20) { IsRequired = true, IdsOf = "Campagnes" };

    private static SheetColumn Waiver() =>
        new("waiver", "Dérogation", CellForms.Text, "Pourquoi une règle qui l'admet n'est pas suivie ici.", 30);
}
