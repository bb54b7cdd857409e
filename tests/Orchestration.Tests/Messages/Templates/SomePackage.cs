using System.Text;
using Orchestration.Messages.Templates;
using Orchestration.Templating;

namespace Orchestration.Tests.Messages.Templates;

/// <summary>A small good template with one layout, and variants of it.</summary>
internal static class SomePackage
{
    public const string Manifest = """
        id: national/essai
        version: 2
        title: Essai
        author: Dicom/DCP
        purpose: promotion
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
          naissance: { type: date, optional: true }
          compte_ameli: boolean
          enfants: { type: number, optional: true }
          medecin_traitant: tri-state

        """;

    private const string Html = """
        <!DOCTYPE html>
        <html lang="fr">
        <head><title>{{ objet }}</title></head>
        <body>
        <h1>Votre compte ameli</h1>
        <p>Bonjour {{ prenom }}, le {{ date_envoi }}.</p>
        {{ if medecin_traitant.non_fait }}<p>Déclarez un médecin traitant.</p>{{ end }}
        {{ if compte_ameli }}<p>Compte ouvert.</p>{{ end }}
        {{ include 'layouts/essai' texte: caisse.nom }}
        <p><a href="{{ lien_desinscription }}">Se désinscrire</a></p>
        </body>
        </html>

        """;

    private const string ExpectedHtml = """
        <!DOCTYPE html>
        <html lang="fr">
        <head><title>Zoé, votre compte</title></head>
        <body>
        <h1>Votre compte ameli</h1>
        <p>Bonjour Zoé, le mardi 27 avril 2027.</p>
        <p>Déclarez un médecin traitant.</p>
        <p>Compte ouvert.</p>
        <footer>CPAM de la Somme</footer>

        <p><a href="https://desinscription.ameli.fr/d/exemple">Se désinscrire</a></p>
        </body>
        </html>

        """;

    public static IReadOnlyDictionary<string, LayoutPackage> Layouts(string footer = "<footer>{{ $texte }}</footer>\n")
    {
        var reading = LayoutPackage.Read(LayoutFiles(footer), SomeContent.Settings);
        Assert.Empty(reading.Problems);
        return new Dictionary<string, LayoutPackage> { [reading.Package!.Id] = reading.Package };
    }

    public static Dictionary<string, byte[]> LayoutFiles(string footer = "<footer>{{ $texte }}</footer>\n") => Bytes(new()
    {
        ["layout.yaml"] = "id: layouts/essai\nversion: 1\ntitle: Essai\nauthor: Dicom\n",
        ["layout.sbnhtml"] = footer,
    });

    /// <summary>The good files, with one changed, added, or removed when the text is null.</summary>
    public static Dictionary<string, byte[]> Files(string? name = null, string? text = null)
    {
        var files = new Dictionary<string, string>
        {
            ["template.yaml"] = Manifest,
            ["subject.sbntxt"] = "{{ prenom }}, votre compte\n",
            ["body.sbnhtml"] = Html,
            ["body.sbntxt"] = "Bonjour {{ prenom }}.\n\nRefuser : {{ lien_desinscription }}\n",
            ["sms.sbntxt"] = "{{ prenom }}, créez votre compte. {{ stop }}\n",
            ["sample.json"] = """{ "prenom": "Zoé", "naissance": "1985-03-12", "compte_ameli": true, "enfants": 2, "medecin_traitant": "non_fait" }""",
            ["expected.subject.txt"] = "Zoé, votre compte",
            ["expected.html"] = ExpectedHtml,
            ["expected.txt"] = "Bonjour Zoé.\n\nRefuser : https://desinscription.ameli.fr/d/exemple\n",
            ["expected.sms.txt"] = "Zoé, créez votre compte. STOP au 36000",
        };
        if (name is not null && text is null)
        {
            files.Remove(name);
        }
        else if (name is not null)
        {
            files[name] = text!;
        }

        return Bytes(files);
    }

    public static Dictionary<string, byte[]> Changed(string name, string old, string replacement)
    {
        var files = Files();
        var text = Encoding.UTF8.GetString(files[name]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        files[name] = Encoding.UTF8.GetBytes(text.Replace(old, replacement, StringComparison.Ordinal));
        return files;
    }

    public static TemplatePackage Good(IReadOnlyDictionary<string, byte[]>? files = null)
    {
        var reading = TemplatePackage.Read(files ?? Files(), Layouts(), SomeContent.Settings);
        Assert.Empty(reading.Problems);
        return reading.Package!;
    }

    public static IReadOnlyList<TemplateProblem> Problems(
        IReadOnlyDictionary<string, byte[]> files, IReadOnlyDictionary<string, LayoutPackage>? layouts = null)
    {
        var reading = TemplatePackage.Read(files, layouts ?? Layouts(), SomeContent.Settings);
        Assert.Equal(reading.Package is null, reading.Problems.Count > 0);
        return reading.Problems;
    }

    private static Dictionary<string, byte[]> Bytes(Dictionary<string, string> files) =>
        files.ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value));
}
