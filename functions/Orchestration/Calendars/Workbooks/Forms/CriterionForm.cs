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
        var open = Quote.None;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (open is Quote.Straight or Quote.Single && character == '\\' && i + 1 < text.Length)
            {
                straight.Append(character).Append(text[++i]);
            }
            else if (QuoteOf(character) is var quote && quote != Quote.None && (open == Quote.None || open == quote))
            {
                // French quotes have a space inside.
                var isFrench = quote == Quote.French;
                straight.Length -= isFrench && open == quote && char.IsWhiteSpace(straight[^1]) ? 1 : 0;
                i += isFrench && open == Quote.None && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]) ? 1 : 0;
                straight.Append(quote is Quote.French or Quote.Curved ? '"' : character);
                open = open == quote ? Quote.None : quote;
            }
            else
            {
                straight.Append(open == Quote.None && char.IsWhiteSpace(character) ? ' ' : character);
            }
        }

        return straight.ToString();
    }

    private static Quote QuoteOf(char character) => character switch
    {
        '"' => Quote.Straight,
        '\'' => Quote.Single,
        '`' => Quote.Verbatim,
        '“' or '”' or '„' => Quote.Curved,
        '«' or '»' => Quote.French,
        _ => Quote.None,
    };

    private enum Quote
    {
        None,
        Straight,
        Single,
        Verbatim,
        Curved,
        French,
    }
}
