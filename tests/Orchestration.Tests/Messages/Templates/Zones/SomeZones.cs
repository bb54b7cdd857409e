using System.Text;
using Orchestration.Messages.Templates;

namespace Orchestration.Tests.Messages.Templates.Zones;

/// <summary>A small template with one zone of each kind, in every place where a text can stand.</summary>
internal static class SomeZones
{
    public const string Manifest = """
        id: custom/essai
        version: 1
        title: À remplir
        author: claire.martin
        purpose: health
        public: insured
        channels: [email, sms]
        list: essai
        senders:
          email:
            name: L’Assurance Maladie
            address: info@info.ameli.fr
          sms: AssMaladie
        fields:
          prenom: text
        zones:
          titre: { label: le titre, max: 2000, type: text }
          texte: { label: le texte, max: 3000, type: paragraph }
          lien: { label: la page, max: 200, type: link }
          note: { label: une note, max: 100, type: text, optional: true }
          court: { label: le SMS, max: 100, type: sms }

        """;

    public const string Zones = """
        {
          "titre": "Votre accueil change",
          "texte": "Il ouvre à 9 h.\nIl ferme à 17 h.",
          "lien": "https://www.ameli.fr/somme",
          "court": "votre accueil change"
        }

        """;

    private const string Html = """
        <!DOCTYPE html>
        <html lang="fr">
        <head><title>{{ objet }}</title></head>
        <body>
        <h1 title="{{ titre }}">{{ titre }}</h1>
        {{ for ligne in texte }}<p class="texte">{{ ligne }}</p>{{ end }}
        {{ if note }}<p class="note">{{ note }}</p>{{ end }}
        <p><a class="page" href="{{ lien }}">Lire la page</a></p>
        <p><a href="{{ lien_desinscription }}">Se désinscrire</a></p>
        </body>
        </html>

        """;

    public static Dictionary<string, byte[]> Files(string? manifest = null, string? zones = Zones, string html = Html)
    {
        var files = new Dictionary<string, string?>
        {
            ["template.yaml"] = manifest ?? Manifest,
            ["subject.sbntxt"] = "{{ titre }}",
            ["body.sbnhtml"] = html,
            ["body.sbntxt"] = "{{ titre }}\n{{ texte | array.join \"\\n\\n\" }}\n{{ note }}\n{{ lien }}\n{{ lien_desinscription }}\n",
            ["sms.sbntxt"] = "{{ prenom }}, {{ court }} {{ stop }}",
            ["sample.json"] = """{ "prenom": "Zoé" }""",
            ["zones.json"] = zones,
        };
        var bytes = files.Where(file => file.Value is not null).ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value!));
        var outputs = TemplatePackage.RenderSample(bytes, new Dictionary<string, LayoutPackage>(), SomeContent.Settings);
        foreach (var (name, text) in outputs.Package ?? new Dictionary<string, string>())
            bytes[name] = Encoding.UTF8.GetBytes(text);
        return bytes;
    }

    public static PackageReading<TemplatePackage> Read(string? manifest = null, string? zones = Zones) =>
        TemplatePackage.Read(Files(manifest, zones), new Dictionary<string, LayoutPackage>(), SomeContent.Settings);

    public static TemplatePackage Good()
    {
        var reading = Read();
        Assert.Empty(reading.Problems);
        return reading.Package!;
    }

    /// <summary>Good texts, with one changed, or left out when it is null.</summary>
    public static Dictionary<string, string> Texts(string? name = null, string? text = null)
    {
        var texts = new Dictionary<string, string>
        {
            ["titre"] = "Un atelier",
            ["texte"] = "Venez.",
            ["lien"] = "https://www.ameli.fr/paris",
            ["court"] = "venez",
        };
        if (name is not null)
            texts.Remove(name);
        if (name is not null && text is not null)
            texts[name] = text;
        return texts;
    }
}
