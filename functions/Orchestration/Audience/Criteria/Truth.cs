namespace Orchestration.Audience.Criteria;

/// <summary>Kleene's three values, in their order: «and» is the least of two, «or» the greatest, «not» turns the order round.</summary>
public enum Truth
{
    False,

    /// <summary>A value is missing: nobody can tell.</summary>
    Unknown,
    True,
}

internal static class Kleene
{
    public static Truth And(Truth one, Truth other) => one < other ? one : other;

    public static Truth Or(Truth one, Truth other) => one > other ? one : other;

    public static Truth Not(Truth one) => Truth.True - (int)one;

    public static Truth Of(bool known) => known ? Truth.True : Truth.False;
}
