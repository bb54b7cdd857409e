namespace Orchestration.Calendars.Workbooks.Forms;

/// <summary>A medium. Sponsored posts on X are refused: the institution has stopped them (domain.md A3, row 46).</summary>
internal sealed class MediaForm(ChoiceForm media) : CellForm
{
    private static readonly string[] Forbidden = ["x", "x sponsorise", "x sponsorisee", "sponsorisation x", "twitter", "twitter sponsorise"];

    public override CellReading Read(Cell cell)
    {
        if (!Forbidden.Contains(Folded.Of(cell.Text)))
        {
            return media.Read(cell);
        }

        var refused = CellReading.Refused(
            ProblemCodes.ForbiddenMedia,
            $"« {cell.Text} » : l'Assurance Maladie ne sponsorise plus rien sur X depuis la fin de 2023.",
            $"Retirez ce média de la vague.");
        return refused with { Fault = refused.Fault! with { Source = "A3, ligne 46" } };
    }

    public override CellContent Write(string value) => media.Write(value);
}
