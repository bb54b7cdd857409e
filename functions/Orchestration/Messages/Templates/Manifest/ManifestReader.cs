using System.Text.RegularExpressions;
using Orchestration.Audience;
using Orchestration.Messages.Email;
using Orchestration.Messages.Sms;
using Orchestration.Messages.Templates.Zones;
using Orchestration.Templating;
using YamlDotNet.RepresentationModel;

namespace Orchestration.Messages.Templates.Manifest;

/// <summary>Reads <c>template.yaml</c> strictly: every problem at once, each with its place.</summary>
internal static partial class ManifestReader
{
    private static readonly Dictionary<string, Population> Populations = new()
    {
        ["insured"] = Population.Insured,
        ["professionals"] = Population.Professionals,
        ["staff"] = Population.Staff,
        ["employers"] = Population.Employers,
        ["relays"] = Population.Relays,
    };

    /// <returns>Null when there is a problem.</returns>
    public static TemplateManifest? Read(string fileName, byte[] file, MessageSettings settings, ICollection<TemplateProblem> problems)
    {
        var before = problems.Count;
        var log = new ProblemLog(fileName, problems);
        if (!PackageText.TryDecode(fileName, file, problems, out var text) || SafeYaml.Load(text, log) is not { } root)
        {
            return null;
        }

        var manifest = Read(new ManifestSection(root, log), settings);
        return problems.Count == before ? manifest : null;
    }

    private static TemplateManifest Read(ManifestSection root, MessageSettings settings)
    {
        var channels = ReadChannels(root);
        var byEmail = channels.Contains(Channel.Email);
        var bySms = channels.Contains(Channel.Sms);
        var senders = root.Section("senders", required: channels.Count > 0);
        var emailSender = senders?.Section("email", required: byEmail);
        var manifest = new TemplateManifest(
            root.Text("id", text => Id().IsMatch(text) ? null : "un dossier et un nom sont attendus, comme national/ror-invitation"),
            root.PositiveInteger("version"),
            root.Text("title"),
            root.Text("author"),
            root.OneOf("purpose", Spelling.Purposes),
            root.OneOf("public", Populations),
            channels,
            root.OptionalText("list", byEmail, text => ListId().IsMatch(text) ? null : "minuscules sans accent, chiffres et tirets seulement"),
            emailSender is null ? null : ReadEmailSender(emailSender, settings),
            senders?.OptionalText("sms", bySms, text => SmsSender.Problem(text, settings.SmsSenders)),
            FieldReader.Read(root.Section("fields", required: false)));
        manifest = manifest with { Zones = ZoneReader.Read(root, manifest.Id, manifest.Fields) };
        senders?.RefuseOtherKeys();
        manifest = manifest with { Order = OrderSectionReader.Read(root, manifest.Id) };
        root.RefuseOtherKeys();
        return manifest;
    }

    private static EmailSender ReadEmailSender(ManifestSection sender, MessageSettings settings)
    {
        var name = sender.Text("name", NameProblem);
        var address = sender.Text("address", text => AddressProblem(text, settings));
        sender.RefuseOtherKeys();
        return new EmailSender(name, address);
    }

    private static string? NameProblem(string text) =>
        SenderName().IsMatch(text) && HeaderValue.IsSafe(text) ? null : "60 caractères au plus, sans guillemets droits ni chevrons";

    private static string? AddressProblem(string text, MessageSettings settings)
    {
        if (!EmailAddress.TryParse(text, out var address) || address != text)
        {
            return "ce n’est pas une adresse";
        }

        var domain = text[(text.IndexOf('@', StringComparison.Ordinal) + 1)..];
        return Domains.Include(settings.Domains, domain)
            ? null
            : $"le domaine doit être {string.Join(" ou ", settings.Domains)}, ou l’un de leurs sous-domaines";
    }

    private static List<Channel> ReadChannels(ManifestSection root)
    {
        if (root.Find("channels") is not YamlSequenceNode { Children.Count: > 0 } sequence)
        {
            root.Problems.Add(
                "M015", root.Find("channels") is { } value ? SafeYaml.At(value) : Place.Start,
                "« channels » doit être une liste d’un canal au moins.", "Écrivez « channels: [email] », « [sms] » ou « [email, sms] ».");
            return [];
        }

        var channels = new List<Channel>();
        foreach (var item in sequence.Children)
        {
            var word = (item as YamlScalarNode)?.Value ?? "";
            if (!Spelling.Channels.TryGetValue(word, out var channel) || channels.Contains(channel))
            {
                root.Problems.Add(
                    "M016", SafeYaml.At(item), "Ce canal est inconnu ou déjà donné.", "Les canaux sont email et sms, une fois chacun.");
            }
            else
            {
                channels.Add(channel);
            }
        }

        return channels;
    }

    [GeneratedRegex(@"\A[a-z0-9-]+(?:/[a-z0-9-]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"\A[a-z0-9]+(?:-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex ListId();

    [GeneratedRegex(@"\A[^""\\<>]{1,60}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SenderName();
}
