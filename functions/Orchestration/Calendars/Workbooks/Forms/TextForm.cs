namespace Orchestration.Calendars.Workbooks.Forms;

/// <summary>A text as it is: an id, a title, an address.</summary>
internal sealed class TextForm : CellForm
{
    public override CellReading Read(Cell cell) => cell.Text;

    public override CellContent Write(string value) => value;
}
