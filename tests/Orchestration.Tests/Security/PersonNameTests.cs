using Orchestration.Security;

namespace Orchestration.Tests.Security;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("jean.dupont", " Jean.Dupont ", true)]
    [InlineData("Jean Dupont", "Jean  Dupont", true)]
    [InlineData("Jean Dupont", "Jean\u00A0Dupont", true)]
    [InlineData("Jean Dupont", "Jean\u200B Dupont", true)]
    [InlineData("Ren\u00E9e", "Rene\u0301e", true)]
    [InlineData("jean.dupont", "jeanne.dupont", false)]
    public void IsSame_IdsThatReadTheSame_AreOnePerson(string one, string other, bool isSame) => Assert.Equal(isSame, PersonName.IsSame(one, other));
}
