using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Orchestration.Tests.Scenarios.Support;

/// <summary>The body of a good custom campaign, and variants of it.</summary>
internal static class SomeCampaign
{
    private const string Good = """
        {
          "layout": "custom/information-locale",
          "version": 1,
          "title": "Changement d’accueil",
          "theme": "accueil",
          "zones": {
            "sujet": "Votre accueil change d'adresse",
            "titre": "Votre accueil change d’adresse",
            "texte": "À partir du 29 mars, nous vous recevons au 8, rue des Lilas.\nPrêt ? Prenez rendez-vous.",
            "pratique": "Du lundi au vendredi",
            "lien": "https://www.ameli.fr/paris/assure/adresses-et-contacts",
            "sms": "dès le 29 mars, votre accueil est au 8, rue des Lilas."
          },
          "audience": "age >= 18",
          "channels": ["email", "sms"],
          "date": "2027-03-16"
        }
        """;

    public static JsonObject Body() => JsonNode.Parse(Good)!.AsObject();

    /// <summary>With one zone changed, or taken away when the text is null.</summary>
    public static JsonObject WithZone(string name, string? text)
    {
        var body = Body();
        body["zones"]!.AsObject().Remove(name);
        if (text is not null)
            body["zones"]![name] = text;
        return body;
    }

    public static Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string caisse, JsonObject body, bool dryRun = false, string? key = null) =>
        client.SendAsync($"api/caisses/{caisse}/campaigns{(dryRun ? "?dry-run=true" : "")}", body, key);

    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, string path, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"),
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }
}
