namespace Orchestration.Calendars.Workbooks.Forms;

/// <summary>« toutes », or ids of caisses.</summary>
internal sealed class CaissesForm(CellForm ids) : CellForm
{
    private const string Everywhere = "all";
    private const string EverywhereInFrench = "toutes";

    private static readonly string[] Words = [EverywhereInFrench, "tous", "toutes les caisses", "toute la france", "france entiere", Everywhere];

    public override IReadOnlyList<string> Offers => [EverywhereInFrench];

    public override CellReading Read(Cell cell) => Words.Contains(Folded.Of(cell.Text)) ? Everywhere : ids.Read(cell);

    public override CellContent Write(string value) => value == Everywhere ? EverywhereInFrench : ids.Write(value);
}
