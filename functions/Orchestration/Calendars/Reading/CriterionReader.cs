using Orchestration.Audience;
using Orchestration.Wording;

namespace Orchestration.Calendars.Reading;

/// <summary>
/// Reads who a send is for. Faults are placed where they stand in the file, through YAML's quotes, folds and escapes.
/// </summary>
internal sealed class CriterionReader(ReadingContext context)
{
    private const int LongestCriterion = 4000;

    public string? Read(Section section, Population? population)
    {
        if (section.Scalar("audience") is not { } scalar)
        {
            return null;
        }

        var place = section.PlaceOf("audience");
        if (scalar.Value.Length > LongestCriterion || scalar.Value.Any(IsHidden))
        {
            context.Problems.Error(
                ProblemCodes.BadText, place,
                $"Le critère doit avoir {LongestCriterion} caractères au plus, tous visibles.", context.Names.Example("audience"));
            return null;
        }

        if (population is { } known)
        {
            foreach (var fault in context.References.CheckCriterion(scalar.Value, known))
            {
                var faultPlace = scalar.PlaceIn(fault.Offset, place.Path);
                context.Problems.Error(ProblemCodes.Criterion, faultPlace, $"{fault.What}", $"{fault.Mend}");
            }
        }

        return CriterionText.Normalize(scalar.Value);
    }

    private static bool IsHidden(char character) => !char.IsWhiteSpace(character) && Unprintable.Is(character);
}
