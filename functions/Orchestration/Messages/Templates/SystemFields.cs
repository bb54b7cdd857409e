using System.Collections.Frozen;

namespace Orchestration.Messages.Templates;

/// <summary>
/// The fields that every template has without declaring them.
/// <list type="table">
/// <item><term>caisse.id, caisse.nom</term><description>the recipient's caisse: <c>CPAM-80</c>, « CPAM de la Somme »</description></item>
/// <item><term>date_envoi</term><description>the local date of the slot</description></item>
/// <item><term>objet</term><description>the rendered subject; in the parts of an e-mail's body</description></item>
/// <item><term>lien_desinscription</term><description>the https link; in the parts of an e-mail's body</description></item>
/// <item><term>stop</term><description>« STOP au 36xxx »; in an SMS</description></item>
/// </list>
/// </summary>
internal static class SystemFields
{
    public const string Caisse = "caisse";
    public const string SendDate = "date_envoi";
    public const string Subject = "objet";
    public const string UnsubscribeLink = "lien_desinscription";
    public const string Stop = "stop";

    public static readonly FrozenSet<string> Names = FrozenSet.Create(Caisse, SendDate, Subject, UnsubscribeLink, Stop);
}
