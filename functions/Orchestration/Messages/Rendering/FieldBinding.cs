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

    /// <returns>False when the text is not one of the field's kind.</returns>
    public static bool TryBind(DataKind kind, string text, int ordinal, FieldValues values)
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

    /// <summary>Sets a field of which the datamart knows nothing.</summary>
    /// <returns>False when the template cannot do without it.</returns>
    public static bool TryBindMissing(FieldDeclaration field, int ordinal, FieldValues values)
    {
        if (field.Kind == DataKind.TriState)
        {
            values.SetObject(ordinal, Unknown);
        }

        return field.Optional || field.Kind == DataKind.TriState;
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
