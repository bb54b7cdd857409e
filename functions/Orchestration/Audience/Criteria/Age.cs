using Orchestration.Audience.Datamart;

namespace Orchestration.Audience.Criteria;

/// <summary>Completed years at the reference day.</summary>
internal static class Age
{
    public const string Field = "age";

    public static Cell At(Cell birth, DateOnly reference)
    {
        if (birth.IsMissing)
            return Cell.Missing;
        var born = birth.Date;
        var years = reference.Year - born.Year;
        return new Cell("", reference < born.AddYears(years) ? years - 1 : years);
    }
}
