using Orchestration.Caisses;
using Orchestration.Messages.Rendering;
using Orchestration.Messages.Sms;
using Orchestration.Templating;

namespace Orchestration.Messages.Templates;

/// <summary>Renders a template for its sample, in circumstances that are the same everywhere, so that golden files are too.</summary>
internal static class SampleRendering
{
    public const string UnsubscribeUrl = "https://desinscription.ameli.fr/d/exemple";
    public const string StopNumber = "36000";
    private static readonly DateOnly SendDate = new(2027, 4, 27);

    private static Caisse Caisse => CaisseDirectory.Get("CPAM-80");

    /// <returns>Null when there is a problem.</returns>
    public static TemplatePreview? Render(TemplateDraft draft, ICollection<TemplateProblem> problems)
    {
        if (SampleReader.Read(draft.Texts[PackageFiles.Sample], draft.Manifest.Fields, problems) is not { } sample)
        {
            return null;
        }

        var rendering = new PersonRendering(draft.Parts);
        foreach (var channel in draft.Manifest.Channels)
        {
            // Both channels bind the same declared fields: one report of a faulty one is enough.
            if (rendering.Bind(channel, sample, Caisse, SendDate) is { } refusal)
            {
                problems.Add(Checks.Findings.In(PackageFiles.Sample, "S005", refusal.Detail, "Donnez à ce champ une valeur de son type."));
                return null;
            }
        }

        try
        {
            return Render(draft, rendering);
        }
        catch (TemplateLimitException exception)
        {
            problems.Add(Checks.Findings.In(PackageFiles.Sample, "S006", exception.Message, "Simplifiez le modèle."));
            return null;
        }
    }

    private static TemplatePreview Render(TemplateDraft draft, PersonRendering rendering)
    {
        var sms = draft.Parts.Sms is null
            ? null
            : ComposedSms.Compose(rendering.RenderSms(StopMention.For(StopNumber)), draft.Manifest.Purpose, StopNumber);
        if (draft.Parts.Subject is null)
        {
            return new TemplatePreview(null, null, null, sms);
        }

        var subject = rendering.RenderSubject();
        var (html, text) = rendering.RenderBody(subject, UnsubscribeUrl);
        return new TemplatePreview(subject, html, text, sms);
    }
}
