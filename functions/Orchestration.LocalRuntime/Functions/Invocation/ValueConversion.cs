using System.ComponentModel;
using System.Globalization;

namespace Orchestration.LocalRuntime.Functions.Invocation;

/// <summary>Turns named values, mostly texts, into the simple types of parameters; culture does not matter.</summary>
internal static class ValueConversion
{
    /// <summary>True for texts, numbers, dates, enums, GUIDs, and their nullable forms.</summary>
    public static bool Supports(Type type) => type == typeof(string) || TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string));

    /// <exception cref="FormatException">The value does not fit the type.</exception>
    public static object? Convert(object? value, Type type)
    {
        if (value is null || type.IsInstanceOfType(value))
            return value;
        var text = System.Convert.ToString(value, CultureInfo.InvariantCulture)!;
        if (type == typeof(string))
            return text;
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException or FormatException)
        {
            throw new FormatException($"'{text}' is not a valid {(Nullable.GetUnderlyingType(type) ?? type).Name}.", error);
        }
    }
}
