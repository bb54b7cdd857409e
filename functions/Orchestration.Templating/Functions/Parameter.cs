namespace Orchestration.Templating.Functions;

/// <summary>What a function takes or gives. T is any one type, N any one kind of number: see <see cref="Signature"/>.</summary>
internal enum Shape
{
    Text,
    Integer,
    Number,
    Boolean,
    Date,
    Duration,

    /// <summary>Text, number, boolean or date.</summary>
    Scalar,
    Any,
    T,
    N,
    ListOfT,

    /// <summary>A list whose items may be null, whatever T is.</summary>
    ListOfOptionalT,

    /// <summary>A list without null.</summary>
    ListOfPresentT,
    ListOfScalar,
    ListOfText,
    ListOfListOfText,
    ListOfObject,

    /// <summary>The list that <c>array.map</c> gives: its type is the member's.</summary>
    ListOfMember,
}

/// <param name="Name">For problems.</param>
/// <param name="Shape">What is accepted.</param>
/// <param name="AcceptsNull">Whether the value may be null.</param>
/// <param name="IsOptional">Whether the argument may be left out.</param>
/// <param name="IsConstant">Whether it must be a text written in the template: a format, a pattern.</param>
internal sealed record Parameter(string Name, Shape Shape, bool AcceptsNull, bool IsOptional, bool IsConstant);

/// <param name="Shape">What is given.</param>
/// <param name="IsOptional">Null is possible whatever the arguments.</param>
/// <param name="Follows">The argument (from 1) which makes it null when it is; 0 for none.</param>
internal sealed record Result(Shape Shape, bool IsOptional, int Follows);
