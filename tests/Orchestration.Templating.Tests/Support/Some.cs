using Orchestration.Templating.Fields;

namespace Orchestration.Templating.Tests.Support;

/// <summary>The fields, values and files that tests share.</summary>
internal static class Some
{
    public static FieldSchema Caisse { get; } = new(
        ("nom", FieldType.Text), ("ville", FieldType.Text.Optional()), ("effectif", FieldType.Integer));

    public static FieldSchema Article { get; } = new(
        ("titre", FieldType.Text), ("url", FieldType.Text.Optional()), ("prix", FieldType.Number.Optional()),
        ("date", FieldType.Date), ("rang", FieldType.Integer));

    public static FieldSchema Schema { get; } = new(
        ("prenom", FieldType.Text),
        ("nom", FieldType.Text.Optional()),
        ("age", FieldType.Integer),
        ("enfants", FieldType.Integer.Optional()),
        ("montant", FieldType.Number),
        ("reste", FieldType.Number.Optional()),
        ("ald", FieldType.Boolean),
        ("abonne", FieldType.Boolean.Optional()),
        ("envoi", FieldType.Date),
        ("rdv", FieldType.Date.Optional()),
        ("lien", FieldType.Text),
        ("caisse", FieldType.ObjectOf(Caisse)),
        ("medecin", FieldType.ObjectOf(Caisse).Optional()),
        ("articles", FieldType.ListOf(FieldType.ObjectOf(Article))),
        ("mots", FieldType.ListOf(FieldType.Text)),
        ("rangs", FieldType.ListOf(FieldType.Integer)),
        ("tarifs", FieldType.ListOf(FieldType.Number).Optional()));

    public const string Json = """
        {
          "prenom": "Zoé", "age": 68, "montant": 12.50, "ald": true, "envoi": "2027-10-12", "rdv": "2027-11-01T09:05:00",
          "lien": "https://www.ameli.fr/?a=1&b=2",
          "caisse": { "nom": "CPAM des Hauts-de-Seine", "ville": "Nanterre", "effectif": 900 },
          "articles": [
            { "titre": "Vaccin & grippe", "url": "https://ameli.fr/1", "prix": 3.20, "date": "2027-01-01", "rang": 2 },
            { "titre": "L'été <chaud>", "date": "2027-07-14", "rang": 1 }
          ],
          "mots": ["un", "deux", "trois"], "rangs": [3, 1, 2]
        }
        """;

    public static FieldValues Values() => Read(Json);

    public static FieldValues Read(string json)
    {
        var reading = FieldValuesReader.Read(Schema, json);
        return reading.Values ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    public static CompileResult CompileHtml(string text, params TemplateSource[] files) =>
        Compile(TemplateKind.Html, text, files);

    public static CompileResult CompileText(string text, params TemplateSource[] files) =>
        Compile(TemplateKind.Text, text, files);

    public static TemplateSource Layout(string name, string text) => new(name, text, TemplateKind.Html, IsLayout: true);

    public static CompileResult Compile(TemplateKind kind, string text, params TemplateSource[] files) =>
        TemplateCompiler.Compile(new TemplateSource("message", text, kind), Schema, new Files(files));

    /// <summary>Compiles what must compile, and renders it.</summary>
    public static string Render(CompileResult result, FieldValues? values = null) => Template(result).Render(values ?? Values());

    public static CompiledTemplate Template(CompileResult result) =>
        result.Template ?? throw new InvalidOperationException(string.Join('\n', result.Problems));
}

internal sealed class Files(params TemplateSource[] files) : ITemplateLoader
{
    public TemplateSource? Find(string name) => Array.Find(files, file => file.Name == name);
}
