using System.Globalization;

namespace Orchestration.Calendars.Workbooks.Forms;

/// <summary>A date, typed as one or written out.</summary>
internal sealed class DateForm : CellForm
{
    // 1/1/2020 and 31/12/2100 as Excel counts days.
    private const int FirstSerial = 43831;
    private const int LastSerial = 73415;

    public override CellReading Read(Cell cell) => TryRead(cell) ?? NoDate(cell);

    public override CellContent Write(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : value;

    /// <returns>Null when the cell was not meant as a date.</returns>
    public static CellReading? TryRead(Cell cell) => cell.Kind switch
    {
        CellKind.Date when cell.Date.TimeOfDay != TimeSpan.Zero => CellReading.Refused(
            ProblemCodes.BadDate,
            $"« {cell.Text} » est une date avec une heure.", $"Gardez la date seule ; les heures se disent dans « Plage horaire »."),
        CellKind.Date => cell.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CellKind.Number when cell.Number is >= FirstSerial and <= LastSerial && cell.Number == Math.Floor(cell.Number) => CellReading.Refused(
            ProblemCodes.BadDate,
            $"« {cell.Text} » est un nombre, et non une date.",
            $"Donnez à la cellule le format « Date » : ce serait alors le {DateOf(cell.Number)}."),
        CellKind.Text => FrenchDateText.Read(cell.Text),
        _ => null,
    };

    private static string DateOf(decimal serial) => Cell.OfDate(1, DateTime.FromOADate((double)serial)).Text;

    private static CellReading NoDate(Cell cell) => CellReading.Refused(
        ProblemCodes.BadDate, $"« {cell.Text} » n'est pas une date.", $"Écrivez le jour, le mois puis l'année : {"12/10/2027"}");
}
