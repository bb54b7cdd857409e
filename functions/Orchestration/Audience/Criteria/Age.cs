using Orchestration.Audience.Datamart;

namespace Orchestration.Audience.Criteria;

/// <summary>Completed years at the reference day; see <see cref="Anniversary"/> for those born on a 29 February.</summary>
internal static class Age
{
    public const string Field = "age";

    public static Cell At(Cell birth, DateOnly reference)
    {
        if (birth.IsMissing)
            return Cell.Missing;
        var born = birth.Date;
        var years = reference.Year - born.Year;
        var isBefore = (reference.Month, reference.Day).CompareTo((born.Month, born.Day)) < 0;
        return new Cell("", isBefore ? years - 1 : years);
    }
}
