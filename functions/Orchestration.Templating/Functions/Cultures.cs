using System.Globalization;
using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Functions;

/// <summary>Cultures named in a template.</summary>
internal static class Cultures
{
    /// <summary>France's when none is named.</summary>
    /// <exception cref="CultureNotFoundException">There is no such culture; the message says so in French.</exception>
    public static CultureInfo Find(string? name)
    {
        if (name is null) return French.Culture;
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException cause)
        {
            throw new CultureNotFoundException($"`{name}` n'est pas une langue : écrire par exemple `fr-FR` ou `en-GB`.", cause);
        }
    }
}
