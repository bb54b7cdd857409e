using System.Globalization;
using Orchestration.Audience.Datamart;

namespace Orchestration.Local.Datamart;

/// <summary>
/// What the year's campaigns need to know of an insured person: screening, rights, services, family. Shares are those of domain.md A8 and of
/// what is published. A demonstration runs a year on one snapshot: births and ends of rights are drawn for the year ahead too.
/// </summary>
internal static class SyntheticSituation
{
    private const int DaysOfYear = 365;
    private const int DaysOfPregnancy = 280;

    public static IReadOnlyList<FieldDefinition> Fields { get; } =
    [
        new("email_valide", FieldKind.Boolean),
        new("vaccin_grippe_precedent", FieldKind.Procedure),
        new("examen_dentaire", FieldKind.Procedure),
        new("depistage_colorectal", FieldKind.Procedure),
        new("depistage_sein", FieldKind.Procedure),
        new("depistage_col", FieldKind.Procedure),
        new("mes_active", FieldKind.Procedure),
        new("appli_vitale", FieldKind.Procedure),
        new("carte_vitale_maj", FieldKind.Date),
        new("c2s_eligible", FieldKind.Boolean),
        new("c2s_beneficiaire", FieldKind.Boolean),
        new("c2s_fin", FieldKind.Date),
        new("suivi_maternite", FieldKind.Boolean),
        new("declaration_grossesse", FieldKind.Date),
        new("terme", FieldKind.Date),
        new("naissance_enfant", FieldKind.Date),
        new("examen_dentaire_enfant", FieldKind.Procedure),
        new("vaccin_ror_enfant", FieldKind.Procedure),
    ];

    /// <param name="random">Of these fields alone.</param>
    /// <param name="date">The day of the snapshot.</param>
    /// <param name="age">In years on that day.</param>
    /// <param name="isWoman">As in the field <c>sexe</c>.</param>
    /// <param name="hasEmail">An address to which the last messages arrived.</param>
    /// <returns>The cells of <see cref="Fields"/>.</returns>
    public static IEnumerable<string> Cells(Random random, DateOnly date, int age, bool isWoman, bool hasEmail)
    {
        var isAdult = age >= 18;
        var isPoor = random.NextDouble() < 12.0 / 65;
        var hasC2s = random.NextDouble() < 7.3 / 12 && isPoor;
        var (declared, term) = Pregnancy(random, date, isWoman && age is >= 20 and < 45);
        var child = Child(random, date, age, term);
        return
        [
            SyntheticCells.Boolean(hasEmail),
            SyntheticCells.Procedure(random, age >= 65 ? 0.54 : 0.15),
            When(age is >= 3 and < 25, SyntheticCells.Procedure(random, 0.42)),
            When(age is >= 50 and < 75, SyntheticCells.Procedure(random, 0.35)),
            When(isWoman && age is >= 50 and < 75, SyntheticCells.Procedure(random, 0.58)),
            When(isWoman && age is >= 25 and < 66, SyntheticCells.Procedure(random, 0.60)),
            When(isAdult, SyntheticCells.Procedure(random, 0.45)),
            When(isAdult, SyntheticCells.Procedure(random, 0.12)),
            When(age >= 16, Day(date.AddDays(-random.Next(3 * DaysOfYear)))),
            SyntheticCells.Boolean(isPoor),
            SyntheticCells.Boolean(hasC2s),
            When(hasC2s, Day(date.AddDays(random.Next(DaysOfYear)))),
            When(term is not null, SyntheticCells.Boolean(random.NextDouble() < 0.97)),
            Day(declared),
            Day(term),
            Day(child),
            When(child is not null, SyntheticCells.Procedure(random, 0.45)),
            When(child is not null, SyntheticCells.Procedure(random, 0.84)),
        ];
    }

    /// <summary>One woman in eleven gives birth within these seventeen months; a pregnancy is declared before the end of its third month.</summary>
    private static (DateOnly? Declared, DateOnly? Term) Pregnancy(Random random, DateOnly date, bool isPossible)
    {
        var draw = random.NextDouble();
        var term = date.AddDays(random.Next(-60, DaysOfYear + 85));
        var declared = term.AddDays(random.Next(60, 90) - DaysOfPregnancy);
        return isPossible && draw < 0.09 ? (declared, term) : (null, null);
    }

    /// <summary>The youngest child: the one who is expected, or one of less than 18 years.</summary>
    private static DateOnly? Child(Random random, DateOnly date, int age, DateOnly? term)
    {
        var draw = random.NextDouble();
        var born = date.AddDays(-random.Next(18 * DaysOfYear));
        var isParent = age is >= 22 and < 58 && draw < 0.45 && born <= date.AddYears(20 - age);
        return term?.AddDays(random.Next(-12, 4)) ?? (isParent ? born : null);
    }

    private static string When(bool isConcerned, string cell) => isConcerned ? cell : "";

    private static string Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
