using Orchestration.Calendars.Reading;

namespace Orchestration.Tests.Calendars.Reading;

public sealed class CriterionTextTests
{
    [Theory]
    [InlineData("  age \n >=\t18 ", "age >= 18")]
    [InlineData("nom == \"a  b\"   && ald", "nom == \"a  b\" && ald")]
    [InlineData("nom == 'it\\'s  so'   && ald", "nom == 'it\\'s  so' && ald")]
    [InlineData("nom == \"'  '\"   || x", "nom == \"'  '\" || x")]
    [InlineData("nom == `a\\`   && y == \"b  c\"", "nom == `a\\` && y == \"b  c\"")]
    [InlineData("", "")]
    public void Normalize_Spaces_AreOneOutsideQuotes(string criterion, string normal) => Assert.Equal(normal, CriterionText.Normalize(criterion));

    // On one line a comment would hide the conditions of the lines below, and the send would reach everybody whom they keep out.
    [Theory]
    [InlineData("age >= 50 # les aînés\n  && ald", "age >= 50 && ald")]
    [InlineData("age >= 50 # l'âge\r\n  && nom == 'a  b'", "age >= 50 && nom == 'a  b'")]
    [InlineData("# tous\nage >= 50 # \"", "age >= 50")]
    [InlineData("age >= 50 ## dès\nmai ## && ald ##", "age >= 50 && ald")]
    [InlineData("nom == '#  1' && nom == `#  2`", "nom == '#  1' && nom == `#  2`")]
    public void Normalize_Comments_AreLeftOut(string criterion, string normal) => Assert.Equal(normal, CriterionText.Normalize(criterion));
}
