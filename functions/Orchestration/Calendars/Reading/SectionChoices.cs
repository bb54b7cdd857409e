namespace Orchestration.Calendars.Reading;

/// <summary>Reads the values of a section that are words from a list. Each method reports what is wrong.</summary>
internal static class SectionChoices
{
    public static T? Choice<T>(this Section section, string key, bool required = true)
        where T : struct, Enum =>
        section.Scalar(key, required) is { } scalar ? section.Choice<T>(scalar, section.PlaceOf(key)) : null;

    /// <summary>A list of one value or more, each once, in the order of the file.</summary>
    public static IReadOnlyList<T>? Choices<T>(this Section section, string key)
        where T : struct, Enum
    {
        if (section.Scalars(key) is not { } items)
        {
            return null;
        }

        if (items.Count == 0)
        {
            section.Problems.Error(
                ProblemCodes.EmptyList, section.PlaceOf(key),
                $"La liste « {section.Names.Name(key)} » est vide.", section.Names.Example(key));
        }

        var values = new List<T>();
        foreach (var (scalar, place) in items)
        {
            if (section.Choice<T>(scalar, place) is not { } value)
            {
                continue;
            }

            if (values.Contains(value))
            {
                section.Problems.Error(
                    ProblemCodes.RepeatedValue, place, $"« {scalar.Shown} » est donné deux fois.", $"Gardez-le une fois.");
            }

            values.Add(value);
        }

        return values;
    }

    private static T? Choice<T>(this Section section, SourceScalar scalar, SourcePlace place)
        where T : struct, Enum
    {
        if (Words<T>.TryRead(scalar.Value, out var value))
        {
            return value;
        }

        section.Problems.Unknown(
            ProblemCodes.UnknownValue, place, $"« {scalar.Shown} » n'est pas une valeur possible.", scalar.Value, Words<T>.All);
        return null;
    }
}
