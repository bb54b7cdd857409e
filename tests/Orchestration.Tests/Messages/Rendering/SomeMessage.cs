using Orchestration.Caisses;
using Orchestration.Campaigns;
using Orchestration.Messages;
using Orchestration.Messages.Content;
using Orchestration.Messages.Rendering;
using Orchestration.Messages.Templates;
using Orchestration.Tests.Messages.Templates;

namespace Orchestration.Tests.Messages.Rendering;

internal static class SomeMessage
{
    public static readonly SendKey Key = SendKey.Create("demo-2027", "essai", "invitation", "1");

    public static MessageRenderer Renderer(IReadOnlyDictionary<string, byte[]>? files = null) =>
        new(Content(SomePackage.Good(files)), SomeContent.Settings);

    public static CompiledContent Content(TemplatePackage package)
    {
        var bundle = ContentBundle.Create(package, package.Manifest.Channels, "true", new Dictionary<string, string>());
        return CompiledContent.Compile(bundle, SomeContent.Settings);
    }

    public static MessageContext Context(string caisse = "CPAM-80") => new(
        MessageId.Create(Key, "A1"), Key, CaisseDirectory.Get(caisse), new DateTimeOffset(2027, 4, 27, 7, 0, 0, TimeSpan.Zero),
        "https://desinscription.ameli.fr/d/k1.abc", "9f86d081");

    public static Recipient ByEmail(string contact = "zoe@exemple.fr", params (string Name, string? Value)[] fields) =>
        new(contact, Channel.Email, Fields(fields));

    public static Recipient BySms(string contact = "06 12 34 56 78", params (string Name, string? Value)[] fields) =>
        new(contact, Channel.Sms, Fields(fields));

    private static Dictionary<string, string?> Fields((string Name, string? Value)[] changed)
    {
        var fields = new Dictionary<string, string?>
        {
            ["prenom"] = "Noël",
            ["compte_ameli"] = "false",
            ["medecin_traitant"] = "inconnu",
            ["naissance"] = null,
            ["colonne_de_trop"] = "x",
        };
        foreach (var (name, value) in changed)
        {
            fields[name] = value;
        }

        return fields;
    }
}
