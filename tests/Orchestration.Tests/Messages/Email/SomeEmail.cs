using Orchestration.Messages;

namespace Orchestration.Tests.Messages.Email;

internal static class SomeEmail
{
    public static readonly Guid Id = Guid.Parse("96767299-7b31-50ef-bae4-950402bff32e");

    public static OutgoingMessage With(
        string subject = "Vérifiez vos vaccins", string text = "Bonjour,\nà bientôt.\n", string html = "<p>Bonjour,<br>à bientôt.</p>\n",
        string to = "camille.martin@exemple.fr", string from = "\"L’Assurance Maladie\" <assurance-maladie@info.ameli.fr>",
        IReadOnlyDictionary<string, string>? headers = null) => new(
            Id, to, Channel.Email, from, text, new MessageMeta("demo.ror.invitation.1", "CPAM-80", "national/ror-invitation", 1, "abc", Purpose.Health, "9f86d081"), subject, html,
            headers ?? new Dictionary<string, string> { ["Date"] = "Tue, 27 Apr 2027 09:00:00 +0200", ["Message-ID"] = $"<{Id}@info.ameli.fr>" });
}
