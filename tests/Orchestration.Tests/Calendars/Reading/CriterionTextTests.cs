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
}
