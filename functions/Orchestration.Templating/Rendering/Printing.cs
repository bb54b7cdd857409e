using Orchestration.Templating.Html;

namespace Orchestration.Templating.Rendering;

/// <summary>Writes a value as its place asks. Null writes nothing.</summary>
internal static class Printing
{
    public static void Write(Escaping escaping, in Value value, OutputBuffer output)
    {
        switch (value.Kind)
        {
            case ValueKind.Null: return;
            case ValueKind.Text: WriteText(escaping, value.Text!, output); return;
            case ValueKind.Markup: output.Write(value.Text); return;
            case var _ when escaping is Escaping.UrlWhole or Escaping.UrlComponent or Escaping.UrlAddress:
                WriteText(escaping, French.ToText(value)!, output);
                return;

            // Numbers, dates and booleans have nothing to escape.
            case ValueKind.Integer: output.Write(value.Integer, default); return;
            case ValueKind.Float: output.Write(value.Float, default); return;
            case ValueKind.Decimal: output.Write(value.Decimal, default); return;
            case ValueKind.Date: output.Write(value.Date, French.DateFormat(value.Date)); return;
            default: output.Write(French.ToText(value)); return;
        }
    }

    private static void WriteText(Escaping escaping, string text, OutputBuffer output)
    {
        switch (escaping)
        {
            case Escaping.Plain or Escaping.Raw: output.Write(text); return;
            case Escaping.UrlWhole: HtmlEncoder.Write(UrlEncoder.EncodeWhole(text), output); return;
            case Escaping.UrlComponent: HtmlEncoder.Write(UrlEncoder.EncodeComponent(text), output); return;
            case Escaping.UrlAddress: HtmlEncoder.Write(UrlEncoder.EncodeAddress(text), output); return;
            default: HtmlEncoder.Write(text, output); return;
        }
    }
}
