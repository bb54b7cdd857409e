using System.Globalization;
using System.Text;

namespace Orchestration.Security;

/// <summary>The ids of callers, where it matters that two of them are two people.</summary>
internal static class PersonName
{
    /// <summary>Whether two ids read the same: whatever their case, their spaces, and how their letters are composed.</summary>
    public static bool IsSame(string one, string other) => string.Equals(Bare(one), Bare(other), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string name) => string.Concat(name.Normalize(NormalizationForm.FormKC).Where(character =>
        !char.IsWhiteSpace(character) && char.GetUnicodeCategory(character) is not (UnicodeCategory.Format or UnicodeCategory.Control)));
}
