using Orchestration.Messages.Templates;
using Orchestration.Messages.Templates.Manifest;
using Orchestration.Templating.Fields;

namespace Orchestration.Messages.Rendering;

/// <summary>Sets one declared field from its text form.</summary>
internal static class FieldBinding
{
    private static readonly FieldValues Done = TriStateValues(TriState.Done);
    private static readonly FieldValues NotDone = TriStateValues(TriState.NotDone);
    private static readonly FieldValues Unknown = TriStateValues(TriState.Unknown);

    /// <param name="field">As the manifest declares it.</param>
    /// <param name="ordinal">Its place in the values.</param>
    /// <param name="text">Null or empty: the datamart knows nothing of it.</param>
    /// <param name="values">Those of one part.</param>
    /// <returns>Why the template cannot be rendered with this value, or null.</returns>
    public static RenderRefusal? Bind(FieldDeclaration field, int ordinal, string? text, FieldValues values)
    {
        if (!string.IsNullOrEmpty(text))
        {
            return TryBind(field.Kind, text, ordinal, values) ? null : RenderRefusal.BadField(field.Name);
        }

        if (field.Kind == DataKind.TriState)
        {
            values.SetObject(ordinal, Unknown);
            return null;
        }

        return field.Optional ? null : RenderRefusal.MissingField(field.Name);
    }

    private static bool TryBind(DataKind kind, string text, int ordinal, FieldValues values)
    {
        switch (kind)
        {
            case DataKind.Text:
                values.SetText(ordinal, text);
                return true;
            case DataKind.Number when FieldText.TryNumber(text, out var number):
                values.SetNumber(ordinal, number);
                return true;
            case DataKind.Date when FieldText.TryDate(text, out var date):
                values.SetDate(ordinal, date);
                return true;
            case DataKind.Boolean when FieldText.TryBoolean(text, out var flag):
                values.SetBoolean(ordinal, flag);
                return true;
            case DataKind.TriState when FieldText.TryTriState(text, out var state):
                values.SetObject(ordinal, Of(state));
                return true;
            default:
                return false;
        }
    }

    private static FieldValues Of(TriState state) => state switch
    {
        TriState.Done => Done,
        TriState.NotDone => NotDone,
        _ => Unknown,
    };

    private static FieldValues TriStateValues(TriState state)
    {
        var values = new FieldValues(PartSchemas.TriState);
        values.SetBoolean(PartSchemas.TriState.Ordinal("fait"), state == TriState.Done);
        values.SetBoolean(PartSchemas.TriState.Ordinal("non_fait"), state == TriState.NotDone);
        values.SetBoolean(PartSchemas.TriState.Ordinal("inconnu"), state == TriState.Unknown);
        return values;
    }
}
