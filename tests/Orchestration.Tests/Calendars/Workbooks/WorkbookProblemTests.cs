using DocumentFormat.OpenXml.Spreadsheet;
using Orchestration.Calendars;
using Orchestration.Calendars.Workbooks;

namespace Orchestration.Tests.Calendars.Workbooks;

/// <summary>One fault in an otherwise sound workbook gives exactly one problem, at its cell, in the words of the workbook.</summary>
public sealed class WorkbookProblemTests
{
    private static readonly Odd BrokenReference = new("#REF!", CellValues.Error, "Feuil9!A1");

    public static TheoryData<string, string, object?, string, string> Faults { get; } = new()
    {
        { "Calendrier", "B1", "Essai 2027", ProblemCodes.BadId, "grippe-2027" },
        { "Calendrier", "B3", "deux mille", ProblemCodes.WrongType, "dans « Année », 2027" },
        { "Calendrier", "B2", null, ProblemCodes.MissingKey, "dans « Titre », Vaccination" },
        { "Campagnes", "C2", "nationalle", ProblemCodes.UnknownValue, "« nationale »" },
        { "Campagnes", "E2", "énorme", ProblemCodes.UnknownValue, "grande, moyenne, hors média ou évènement" },
        { "Campagnes", "G2", "peut-être", ProblemCodes.UnknownValue, "oui ou non" },
        { "Campagnes", "H2", "haute", ProblemCodes.WrongType, "dans « Priorité », 50" },
        { "Campagnes", "H2", 101, ProblemCodes.NumberOutOfRange, "de 0 à 100" },
        { "Campagnes", "H2", 80.5, ProblemCodes.WrongType, "dans « Priorité », 50" },
        { "Campagnes", "H2", null, ProblemCodes.MissingKey, "dans « Priorité », 50" },
        { "Campagnes", "I2", "CPAM-99", ProblemCodes.UnknownCaisse, "CPAM-" },
        { "Campagnes", "J2", "CPAM-01, CPAM-01", ProblemCodes.RepeatedValue, "Gardez-la une fois" },
        { "Campagnes", "M2", "bientôt", ProblemCodes.BadDate, "12/10/2027" },
        { "Campagnes", "O2", "https://exemple.fr", ProblemCodes.BadLink, "ameli.fr" },
        { "Campagnes", "B2", BrokenReference, ProblemCodes.FormulaError, "écrivez la valeur à sa place" },
        { "Campagnes", "B2", new Odd(null, Formula: "A1"), ProblemCodes.FormulaNotComputed, "enregistrez-le" },
        { "Vagues", "C2", "31/04/2027", ProblemCodes.BadDate, "avril 2027 a 30 jours" },
        { "Vagues", "C2", new DateTime(1900, 1, 5), ProblemCodes.DateOutOfRange, "de 2020 à 2100" },
        { "Vagues", "D2", new DateTime(2127, 5, 16), ProblemCodes.DateOutOfRange, "de 2020 à 2100" },
        { "Vagues", "C2", new DateTime(2027, 4, 27, 9, 30, 0), ProblemCodes.BadDate, "Plage horaire" },
        { "Vagues", "C2", 46504, ProblemCodes.BadDate, "27/04/2027" },
        { "Vagues", "C2", "27/4/27", ProblemCodes.BadDate, "l’année en entier" },
        { "Vagues", "C2", "lundi 27 avril 2027", ProblemCodes.BadDate, "Corrigez le jour" },
        { "Vagues", "D2", "26/04/2027", ProblemCodes.WaveEndsBeforeStart, "« Début » et « Fin »" },
        { "Vagues", "E2", "TV, X sponsorisé", ProblemCodes.ForbiddenMedia, "Retirez ce média" },
        { "Vagues", "E2", "TV, télé", ProblemCodes.RepeatedValue, "Gardez-le une fois" },
        { "Vagues", "F2", "baniere", ProblemCodes.UnknownValue, "« bannière »" },
        { "Vagues", "H2", "beaucoup", ProblemCodes.WrongType, "dans « Budget (k€) », 350,5" },
        { "Envois", "A3", "Invitation !", ProblemCodes.BadId, "grippe-2027" },
        { "Envois", "C3", "assures et PS", ProblemCodes.UnknownValue, "assurés, professionnels de santé" },
        { "Envois", "D3", "ror/invitatoin", ProblemCodes.UnknownSend, "« ror/invitation »" },
        { "Envois", "E3", "age >= 18 && champ_inconnu", ProblemCodes.Criterion, "Choisissez un champ" },
        { "Envois", "F3", "e-mail, fax", ProblemCodes.UnknownValue, "e-mail ou SMS" },
        { "Envois", "F2", "SMS", ProblemCodes.TemplateChannel, "Ce modèle offre : e-mail" },
        { "Envois", "C3", "collaborateurs", ProblemCodes.TemplatePublic, "Changez « Public »" },
        { "Envois", "H3", "grippe début", ProblemCodes.UnknownWave, "ror-v1" },
        { "Envois", "H3", "ror-v1 début - 21", ProblemCodes.BadMoment, "grippe-v1 début - 7 j" },
        { "Envois", "H3", "ror-v1 début - 400 j", ProblemCodes.NumberOutOfRange, "moins de 366 jours" },
        { "Envois", "H3", "dernier vendrdi du mois", ProblemCodes.BadRecurrence, "« vendredi »" },
        { "Envois", "H3", "le 31 du mois", ProblemCodes.BadRecurrence, "dernier vendredi du mois" },
        { "Envois", "H3", "dernier vendredi du mois sauf", ProblemCodes.BadRecurrence, "dernier vendredi du mois" },
        { "Envois", "H3", null, ProblemCodes.MomentMissing, "Remplissez « Moment » ou « Déclencheur »" },
        { "Envois", "I3", "pic-epidemique", ProblemCodes.MomentTwice, "« Déclencheur » pour un déclencheur" },
        { "Envois", "J3", new DateTime(2027, 12, 10), ProblemCodes.KeyWithoutUse, "Retirez « À partir du »" },
        { "Envois", "K3", "un mois", ProblemCodes.BadSpread, "dans « Étalement (jours) », 4" },
        { "Envois", "L3", "au mieux", ProblemCodes.UnknownValue, "jour suivant, jour précédent ou pas d’envoi" },
        { "Envois", "M3", "de 11 h à 9 h", ProblemCodes.BadWindow, "dans « Plage horaire », 9 h - 11 h" },
        { "Envois", "N3", -1, ProblemCodes.NumberOutOfRange, "de 0 à" },
        { "Envois", "P3", "grippe", ProblemCodes.UnknownCampaign, "Possibles ici : ror" },
        { "Envois", "G3", "national/ror-invitatoin", ProblemCodes.UnknownTemplate, "« national/ror-invitation »" },
        { "Envois", "B3", "rorr", ProblemCodes.UnknownCampaign, "« ror »" },
        { "Envois", "A3", "collaborateurs", ProblemCodes.DuplicateId, "un autre identifiant" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Read_OneFault_IsOneProblemAtItsCell(string sheet, string cell, object? value, string code, string mend)
    {
        var problem = Assert.Single(CalendarFiles.Read(SomeWorkbook.With(sheet, (cell, value)), SomeWorkbook.Name).Problems);

        Assert.Equal((code, Severity.Error, sheet), (problem.Code, problem.Severity, problem.Sheet));
        Assert.Contains($"cellule {cell} (", PlaceWords.Of(problem), StringComparison.Ordinal);
        Assert.Contains(mend, problem.Mend.Replace('\u00A0', ' ').Replace('\u202F', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ForbiddenMedia_NamesTheRowOfItsRule()
    {
        var problem = Assert.Single(CalendarFiles.Read(SomeWorkbook.With("Vagues", ("E2", "TV, X")), SomeWorkbook.Name).Problems);

        Assert.Equal("A3, ligne 46", problem.Source);
    }

    [Fact]
    public void Read_SendsThatGiveOneAnotherTheirDates_IsACycleAtTheFirst()
    {
        var content = SomeWorkbook.With("Envois", ("H2", "ror/invitation - 7 j"), ("H3", "ror/collaborateurs + 7 j"));

        var problem = Assert.Single(CalendarFiles.Read(content, SomeWorkbook.Name).Problems);

        Assert.Equal((ProblemCodes.SendCycle, "sends[0].at"), (problem.Code, problem.Path));
        Assert.Contains("cellule H2 (« Moment »)", PlaceWords.Of(problem).Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralFaults_AreAllToldAtOnce()
    {
        var content = SomeWorkbook.Edit(
            SomeWorkbook.With("Vagues", ("C2", "31/04/2027")), "Envois", ("F3", "fax"), ("H2", "bientôt"), ("G3", new Odd("#N/A", CellValues.Error)));

        Assert.Equal(
            [ProblemCodes.BadMoment, ProblemCodes.UnknownValue, ProblemCodes.FormulaError, ProblemCodes.BadDate],
            CalendarFiles.Read(content, SomeWorkbook.Name).Problems.Select(problem => problem.Code));
    }
}
