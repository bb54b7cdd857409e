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
        if (SampleReader.Read(draft.Texts[PackageFiles.Sample], draft.Manifest.Fields, draft.Parts.Schemas.Subject, problems) is not { } sample)
        {
            return null;
        }

        var rendering = new PersonRendering(draft.Parts);
        foreach (var channel in draft.Manifest.Channels)
        {
            // The sample was found fit for every field: nothing is left to refuse.
            rendering.Bind(channel, sample, Caisse, SendDate);
        }

        try
        {
            return Render(draft, rendering);
        }
        catch (TemplateLimitException exception)
        {
            var detail = RenderRefusal.OverLimit(exception.Limit).Detail;
            problems.Add(ProblemLog.Problem(PackageFiles.Sample, Place.Start, "S005", detail, "Simplifiez le modèle."));
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
