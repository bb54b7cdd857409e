using Orchestration.Messages;
using Orchestration.Messages.Rendering;
using Orchestration.Tests.Messages.Rendering;

namespace Orchestration.Tests.Messages.Templates.Real;

/// <summary>The branches that the samples do not take.</summary>
public sealed class BranchTests
{
    [Theory]
    [InlineData("medecin_generaliste", "Bonjour Docteur Martin,", "https://www.ameli.fr/medecin", "Profitez d’une consultation")]
    [InlineData("medecin_specialiste", "Bonjour Docteur Martin,", "https://www.ameli.fr/medecin", "Profitez d’une consultation")]
    [InlineData("pharmacien", "Bonjour Jo Martin,", "https://www.ameli.fr/pharmacien", "Profitez d’une délivrance")]
    [InlineData("sage_femme", "Bonjour Jo Martin,", "https://www.ameli.fr/sage-femme", "Profitez d’un suivi")]
    [InlineData("infirmier", "Bonjour Jo Martin,", "https://www.ameli.fr/infirmier", "Profitez d’un soin")]
    public void RorProfessionnels_EachProfession_HasItsWords(string profession, string greeting, string link, string advice)
    {
        var message = Render("national/ror-professionnels", ("prenom", "Jo"), ("nom", "Martin"), ("profession", profession));

        Assert.All([greeting, link, advice], words => Assert.Contains(words, message.Text, StringComparison.Ordinal));
        Assert.All([greeting, $"href=\"{link}\"", advice], words => Assert.Contains(words, message.Html, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fait", "votre médecin traitant ou")]
    [InlineData("non_fait", "votre médecin ou")]
    [InlineData("inconnu", "votre médecin ou")]
    [InlineData(null, "votre médecin ou")]
    public void RorInvitation_KnownDoctor_IsNamedAsSuch(string? state, string words)
    {
        var message = Render("national/ror-invitation", ("prenom", "Zoé"), ("medecin_traitant", state));

        Assert.Contains(words, message.Text, StringComparison.Ordinal);
        Assert.Contains(words, message.Html, StringComparison.Ordinal);
    }

    private static OutgoingMessage Render(string template, params (string Name, string? Value)[] fields)
    {
        var renderer = new MessageRenderer(SomeMessage.Content(TemplateFolder.Library.Templates[template]), SomeContent.Settings);
        var recipient = new Recipient("a@exemple.fr", Channel.Email, fields.ToDictionary(field => field.Name, field => field.Value));
        var outcome = renderer.Render(recipient, SomeMessage.Context());
        Assert.True(outcome.IsMessage, outcome.Refusal?.ToString());
        return outcome.Message;
    }
}
