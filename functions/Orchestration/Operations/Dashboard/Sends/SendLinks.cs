using Orchestration.Campaigns;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>Addresses of the pages about sends.</summary>
internal static class SendLinks
{
    public const string Bulk = PageAnswers.Home + "/bulk";

    public static string Of(SendKey send) => $"{PageAnswers.Home}/sends/{send.Value}";

    public static string Of(SendKey send, string caisse) => $"{Of(send)}/caisses/{Uri.EscapeDataString(caisse)}";
}
