using System.Text;

namespace Orchestration.Calendars.Workbooks.Forms;

/// <summary>
/// Who a send is for, in the language of criteria. Word processors make « » or “ ” of straight quotes, and no-break spaces: they are taken back.
/// </summary>
internal sealed class CriterionForm : CellForm
{
    public override CellReading Read(Cell cell) => cell.Kind == CellKind.Boolean
        ? cell.Text == "VRAI" ? "true" : "false"
        : Straighten(cell.Text);

    public override CellContent Write(string value) => value;

    private static string Straighten(string text)
    {
        var straight = new StringBuilder(text.Length);
        var (inPlain, inCurved) = (false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (inPlain)
            {
                straight.Append(character);
                if (character == '\\' && i + 1 < text.Length)
                {
                    straight.Append(text[++i]);
                }

                inPlain = character != '"';
            }
            else if (character is '“' or '”' or '„' or '«' or '»')
            {
                TrimFrenchSpace(straight, inCurved && character == '»');
                straight.Append('"');
                inCurved = !inCurved;
                i += character == '«' && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]) ? 1 : 0;
            }
            else
            {
                inPlain = character == '"' && !inCurved;
                straight.Append(character is '\u00A0' or '\u202F' && !inCurved ? ' ' : character);
            }
        }

        return straight.ToString();
    }

    private static void TrimFrenchSpace(StringBuilder text, bool isClosing)
    {
        if (isClosing && text.Length > 0 && char.IsWhiteSpace(text[^1]))
        {
            text.Length--;
        }
    }
}
